<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

use CaseTool\Audit;
use CaseTool\Database;
use CaseTool\Decisions;
use CaseTool\Purge;
use CaseTool\Role;
use PHPUnit\Framework\TestCase;

final class PurgeTest extends TestCase
{
    private static function store(): Database
    {
        $db = Store::small();
        $db->run("UPDATE households SET last_contact = '2024-11-20' WHERE id = 'H1'");
        $db->run("UPDATE households SET last_contact = '2024-11-19' WHERE id = 'H2'");
        $db->run("UPDATE households SET referral_date = '2024-01-01' WHERE id = 'H3'");
        return $db;
    }

    public function testTwoYearsFromTheLastContactToTheDay(): void
    {
        $purge = new Purge(self::store());
        self::assertSame(['H2', 'H3'], $purge->due('2026-11-20'), 'without contact noted, from the referral');
        self::assertSame(['H1', 'H2', 'H3'], $purge->due('2026-11-21'));
        self::assertSame([], $purge->due('2025-12-31'));
    }

    public function testNobodyIsLeftAnywhere(): void
    {
        $db = self::store();
        (new Decisions($db, Store::account(Role::Coordinator)))->add(Store::decision('H2', 'U1', 'propose', 'about H2'));
        (new Audit($db))->add('me', 'saw-household', 'H2');
        $db->insert('persons', ['household_id' => 'H2', 'role' => 'applicant']);
        $db->insert('offers', ['household_id' => 'H2', 'unit_id' => 'U1', 'date' => '2024-01-01', 'outcome' => 'expired']);
        $db->insert('documents', ['sha256' => 'policy', 'document' => '{}']);
        foreach (['with' => ['H1', 'H2'], 'without' => ['H1']] as $sha256 => $ids) {
            $register = ['households' => array_map(static fn (string $id): array => ['id' => $id], $ids)];
            $db->insert('documents', ['sha256' => $sha256, 'document' => json_encode($register)]);
            $db->insert('matchings', ['id' => $sha256, 'moment' => 'm', 'account' => 'me', 'version' => '1', 'policy' => 'policy',
                'register' => $sha256, 'mechanism' => 'optimal', 'seed' => 's', 'households' => 2, 'housed' => 1, 'document' => '{}']);
        }
        self::assertSame(1, (new Purge($db))->run(['H2']));
        foreach (['households', 'persons', 'offers', 'outcomes', 'decisions', 'audit', 'documents', 'matchings'] as $table) {
            self::assertStringNotContainsString('H2', json_encode($db->all("SELECT * FROM $table")), $table);
        }
        self::assertSame(['propose'], array_column($db->all('SELECT kind FROM decisions'), 'kind'), 'what counts remains');
        self::assertSame(['with' => null, 'without' => '{}'],
            array_column($db->all('SELECT id, document FROM matchings ORDER BY id'), 'document', 'id'));
        self::assertSame(['policy', 'without'], array_column($db->all('SELECT sha256 FROM documents ORDER BY sha256'), 'sha256'));
    }
}
