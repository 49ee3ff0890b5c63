<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

use Orienta\{Builder, Language, Register, Table};
use PHPUnit\Framework\TestCase;

final class RegisterTest extends TestCase
{
    public function testIsAnArrayBothWays(): void
    {
        $register = Fixture::register();
        $this->assertSame('2026-11-20', $register->getAsOf());
        $this->assertSame([3, 2, 0, 2], [$register->getNHouseholds(), $register->getNUnits(), $register->getNServices(),
            $register->getNTerritories()]);
        $this->assertEquals(['orienta' => 1] + Fixture::REGISTER, $register->toArray());
        $this->assertSame($register->getSha256(), Register::fromArray($register->toArray())->getSha256());
        $this->assertSame($register->getSha256(), Register::parse($register->toJson())->getSha256());
        $this->assertSame(hash('sha256', $register->toJson()), $register->getSha256());
    }

    public function testLeavesTheArrayAlone(): void
    {
        $tables = Fixture::REGISTER;
        Register::fromArray($tables);
        $this->assertSame(Fixture::REGISTER, $tables);
    }

    public function testIsAFolderToo(): void
    {
        [$policy, $register] = Fixture::artois();
        $this->assertSame(600, $register->getNHouseholds());
        $read = Register::read(Fixture::path('examples/data/artois'), policy: $policy);
        $this->assertSame($register->getSha256(), $read->getSha256());
        $later = Register::read(Fixture::path('examples/data/artois'), $policy, asOf: '2026-12-31');
        $this->assertSame('2026-12-31', $later->getAsOf());
    }

    public function testIsBuiltLineByLine(): void
    {
        $builder = new Builder(asOf: '2026-11-20');
        $lines = [[Table::Territories, ['id' => 'calais']], [Table::Territories, ['id' => 'lens']],
            [Table::Households, ['id' => 'H1', 'request_date' => '20/05/2026', 'adults' => '1', 'income_year' => '9000,00',
                'priority' => 'dalo', 'wants_territories' => 'lens']],
            [Table::Households, ['id' => 'H2', 'request_date' => '2025-11-20', 'adults' => '2', 'income_year' => '30000']],
            [Table::Households, ['id' => 'H3', 'request_date' => '2026-10-20', 'adults' => '1', 'income_year' => null]],
            [Table::Units, ['id' => 'U1', 'kind' => 'plai', 'territory' => 'lens']],
            [Table::Units, ['id' => 'U2', 'kind' => 'plus', 'territory' => 'calais']]];
        foreach ($lines as [$table, $cells]) {
            $builder->begin($table);
            foreach ($cells as $column => $value) {
                $builder->set($column, $value);
            }
        }
        $this->assertSame(Fixture::register()->getSha256(), $builder->seal()->getSha256());
    }

    public function testHasRows(): void
    {
        $households = Fixture::register()->households();
        $this->assertCount(3, $households);
        $this->assertSame(['H1', 'H2', 'H3'], $households->column('id'));
        $this->assertSame('2026-05-20', $households[0]['request_date']);
        $this->assertEquals(9000, $households[0]['income_year']);
        $this->assertNull($households[2]['income_year']);
        $this->assertSame(['U1', 'U2'], Fixture::register()->units()->column('id'));
    }

    public function testWritesAValueAsPeopleReadIt(): void
    {
        $register = Fixture::register();
        $this->assertSame("9\u{a0}000\u{a0}€",
            preg_replace('/\p{Zs}/u', "\u{a0}", $register->formatValue('household.income_year', 'H1', null, Language::French)));
        $this->assertSame('not known', $register->formatValue('household.income_year', 'H3', null, Language::English));
        $this->assertSame('Orienta\NotFoundException: no unit “U9”',
            Fixture::thrown(fn() => $register->formatValue('unit.kind', null, 'U9', Language::English)));
    }

    public function testTellsAllFaultsWithTheirPlace(): void
    {
        $tables = Fixture::REGISTER;
        $tables['households'][0]['request_date'] = '2026-02-30';
        $tables['units'][1]['kind'] = 'castle';
        $message = Fixture::thrown(fn() => Register::fromArray($tables));
        $this->assertStringStartsWith('Orienta\InvalidException: ', $message);
        $this->assertStringContainsString('"2026-02-30"', $message);
        $this->assertStringContainsString('"castle"', $message);
    }
}
