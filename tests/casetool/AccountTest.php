<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

use CaseTool\Accounts;
use CaseTool\Households;
use CaseTool\HttpError;
use CaseTool\Role;
use CaseTool\Units;
use PHPUnit\Framework\TestCase;

final class AccountTest extends TestCase
{
    public function testEachRoleSeesItsHouseholdsAndNoOther(): void
    {
        $db = Store::small();
        foreach ([[Role::Coordinator, null, ['H1', 'H2', 'H3']], [Role::Prescriber, 'R1', ['H1', 'H2']],
            [Role::Prescriber, 'R2', ['H3']], [Role::Prescriber, '', []], [Role::Prescriber, null, []],
            [Role::Landlord, 'L1', []], [Role::Landlord, null, []]] as [$role, $scope, $ids]) {
            $households = new Households($db, Store::account($role, $scope));
            self::assertSame($ids, $households->ids());
            $filter = ['q' => '', 'situation' => '', 'need' => '', 'referrer' => ''];
            self::assertSame($ids, array_column($households->search($filter, 1)[1], 'id'));
            self::assertSame([], array_diff(array_column($households->search(['referrer' => 'R2'] + $filter, 1)[1], 'id'), $ids));
        }
    }

    public function testAForeignHouseholdIsNotFound(): void
    {
        $households = new Households(Store::small(), Store::account(Role::Prescriber, 'R1'));
        self::assertSame('H2', $households->get('H2')['id']);
        $this->expectExceptionObject(new HttpError(404));
        $households->get('H3');
    }

    public function testALandlordSeesItsHomes(): void
    {
        $db = Store::small();
        foreach ([[Role::Coordinator, null, ['U1', 'U2']], [Role::Prescriber, 'R1', ['U1', 'U2']], [Role::Landlord, 'L1', ['U1']],
            [Role::Landlord, null, []]] as [$role, $scope, $ids]) {
            self::assertSame($ids, array_keys((new Units($db, Store::account($role, $scope)))->all()));
        }
        $this->expectExceptionObject(new HttpError(404));
        (new Units($db, Store::account(Role::Landlord, 'L1')))->get('U2');
    }

    public function testAPatternIsTextToASearch(): void
    {
        $units = new Units(Store::small(), Store::account(Role::Coordinator));
        $found = static fn (string $q): int => $units->search(['q' => $q, 'kind' => '', 'rooms' => '', 'landlord' => ''], 1)[0];
        self::assertSame([2, 1, 0, 2, 0, 0], array_map($found, ['u', 'U1', '%', 'S_1', 'n__1', "' OR 1 = 1 --"]));
    }

    public function testAPasswordIsNeverKept(): void
    {
        $db = Store::empty();
        $accounts = new Accounts($db);
        $accounts->add('me', 'correct horse', 'Me', Role::Prescriber, 'R1');
        self::assertSame('Me', $accounts->recognise('me', 'correct horse')?->name);
        self::assertNull($accounts->recognise('me', 'correct horse '));
        self::assertNull($accounts->recognise('nobody', 'correct horse'));
        self::assertStringNotContainsString('horse', json_encode($db->all('SELECT * FROM accounts')));
    }
}
