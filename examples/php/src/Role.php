<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

/** Who one is here. Its scope says for whom: a prescriber's service, a landlord's id. */
enum Role: string
{
    case Prescriber = 'prescriber';
    case Coordinator = 'coordinator';
    case Landlord = 'landlord';
}
