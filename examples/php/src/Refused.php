<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

use RuntimeException;

/** A policy that the library does not take, in its words (English). */
final class Refused extends RuntimeException
{
}
