<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

use CaseTool\Pages\AuditPages;
use CaseTool\Pages\DecisionPages;
use CaseTool\Pages\DoorPages;
use CaseTool\Pages\HouseholdPages;
use CaseTool\Pages\MatchingPages;
use CaseTool\Pages\PairPages;
use CaseTool\Pages\PolicyPages;
use CaseTool\Pages\UnitPages;
use CaseTool\Role;

$all = Role::cases();
$cases = [Role::Prescriber, Role::Coordinator];
$coordinator = [Role::Coordinator];

// Method, address, page, who may come. Which households and units they then find is Account's.
return [
    ['GET', '/', [DoorPages::class, 'home'], $all],
    ['GET', '/login', [DoorPages::class, 'form'], null],
    ['POST', '/login', [DoorPages::class, 'enter'], null],
    ['POST', '/logout', [DoorPages::class, 'leave'], null],
    ['POST', '/language', [DoorPages::class, 'language'], null],
    ['GET', '/households', [HouseholdPages::class, 'list'], $cases],
    ['GET', '/households/{household}', [HouseholdPages::class, 'show'], $cases],
    ['GET', '/households/{household}/letter', [HouseholdPages::class, 'letter'], $cases],
    ['GET', '/units', [UnitPages::class, 'list'], $all],
    ['GET', '/units/{unit}', [UnitPages::class, 'show'], $all],
    ['GET', '/pairs', [PairPages::class, 'find'], $cases],
    ['GET', '/pairs/{household}/{unit}', [PairPages::class, 'show'], $cases],
    ['GET', '/pairs/{household}/{unit}/letter', [PairPages::class, 'letter'], $all],
    ['POST', '/pairs/{household}/{unit}/decisions', [DecisionPages::class, 'record'], $coordinator],
    ['GET', '/decisions', [DecisionPages::class, 'list'], $all],
    ['GET', '/policies', [PolicyPages::class, 'list'], $coordinator],
    ['GET', '/weights', [PolicyPages::class, 'weights'], $coordinator],
    ['POST', '/policies', [PolicyPages::class, 'adopt'], $coordinator],
    ['GET', '/matchings', [MatchingPages::class, 'list'], $coordinator],
    ['POST', '/matchings', [MatchingPages::class, 'make'], $coordinator],
    ['GET', '/matchings/{matching}', [MatchingPages::class, 'show'], $coordinator],
    ['POST', '/matchings/{matching}/replay', [MatchingPages::class, 'replay'], $coordinator],
    ['GET', '/matchings/{matching}/record', [MatchingPages::class, 'record'], $coordinator],
    ['GET', '/matchings/{matching}/report', [MatchingPages::class, 'report'], $coordinator],
    ['GET', '/audit', [AuditPages::class, 'list'], $coordinator],
];
