<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

use RuntimeException;

/** A page that cannot be had: 403, 404, 405, 409, 429. Its sentence is "error.STATUS" of the language files. */
final class HttpError extends RuntimeException
{
    public function __construct(public readonly int $status)
    {
        parent::__construct("HTTP $status", $status);
    }
}
