<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
// The tables of the case tool, in memory, with two referrers and two landlords.
declare(strict_types=1);

use CaseTool\Account;
use CaseTool\Config;
use CaseTool\Database;
use CaseTool\Role;

require __DIR__ . '/../../examples/php/src/autoload.php';

final class Store
{
    public static function empty(): Database
    {
        if (!extension_loaded('pdo_sqlite')) {
            throw new PHPUnit\Framework\SkippedTestError('PHP has no pdo_sqlite');
        }
        $db = new Database(new Config('sqlite::memory:'));
        $db->create();
        return $db;
    }

    public static function small(): Database
    {
        $db = self::empty();
        foreach (['H1' => 'R1', 'H2' => 'R1', 'H3' => 'R2'] as $id => $referrer) {
            $db->insert('households', ['id' => $id, 'request_date' => '2026-01-01', 'referrer' => $referrer,
                'situation' => 'street', 'needs' => 'psychic:high']);
        }
        foreach (['U1' => 'L1', 'U2' => 'L2'] as $id => $landlord) {
            $db->insert('units', ['id' => $id, 'kind' => 'plai', 'territory' => 'lens_1', 'rooms' => 2, 'landlord' => $landlord]);
        }
        return $db;
    }

    public static function account(Role $role, ?string $scope = null): Account
    {
        return new Account('1', $role->value, 'Somebody', $role, $scope);
    }

    /** A decision as DecisionPages records it. @return array<string, scalar|null> */
    public static function decision(string $household, string $unit, string $kind = 'propose', ?string $why = null): array
    {
        return ['household_id' => $household, 'unit_id' => $unit, 'kind' => $kind, 'departs' => 0, 'why' => $why,
            'status' => 'eligible', 'place' => 1, 'points' => 12.5, 'version' => '1', 'policy' => 'p', 'register' => 'r'];
    }
}
