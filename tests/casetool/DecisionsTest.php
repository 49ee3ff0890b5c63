<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

use CaseTool\Decisions;
use CaseTool\Role;
use PHPUnit\Framework\TestCase;

final class DecisionsTest extends TestCase
{
    private const LIST = [['household' => 'H2', 'rank' => 1], ['household' => 'H1', 'rank' => 2]];

    public function testWhatDepartsFromTheProposal(): void
    {
        $decisions = new Decisions(Store::small(), Store::account(Role::Coordinator));
        self::assertSame('H2', $decisions->next('U1', self::LIST));
        self::assertFalse($decisions->departs('propose', 'H2', 'U1', self::LIST));
        self::assertTrue($decisions->departs('propose', 'H1', 'U1', self::LIST), 'passing over the first');
        self::assertTrue($decisions->departs('propose', 'H3', 'U1', self::LIST), 'who is not on the list');
        self::assertTrue($decisions->departs('set_aside', 'H2', 'U1', self::LIST));
        self::assertFalse($decisions->departs('set_aside', 'H3', 'U1', self::LIST), 'whom nobody proposes');
        self::assertNull($decisions->next('U1', []));
    }

    public function testTheNextIsWhoeverIsNotDecidedAbout(): void
    {
        $decisions = new Decisions(Store::small(), Store::account(Role::Coordinator));
        $decisions->add(Store::decision('H2', 'U1', 'set_aside'));
        self::assertSame('H1', $decisions->next('U1', self::LIST));
        self::assertSame('H2', $decisions->next('U2', self::LIST), 'one home says nothing of another');
        $decisions->add(Store::decision('H1', 'U1'));
        self::assertNull($decisions->next('U1', self::LIST));
    }

    public function testTheLastWordCounts(): void
    {
        $decisions = new Decisions(Store::small(), Store::account(Role::Coordinator));
        $decisions->add(Store::decision('H1', 'U1'));
        self::assertTrue($decisions->isProposed('H1', 'U1'));
        self::assertSame(['H1' => ['U1']], $decisions->proposed());
        $decisions->add(Store::decision('H1', 'U1', 'set_aside'));
        self::assertFalse($decisions->isProposed('H1', 'U1'));
        self::assertSame([], $decisions->proposed());
        self::assertSame(['set_aside', 'propose'], array_column($decisions->ofPair('H1', 'U1'), 'kind'), 'nothing is deleted');
    }

    public function testALandlordReadsWhoStandsProposedAndNothingElse(): void
    {
        $db = Store::small();
        $decisions = new Decisions($db, Store::account(Role::Coordinator));
        foreach ([['H1', 'U1', 'propose', 'health'], ['H2', 'U1', 'set_aside', 'health'], ['H3', 'U2', 'propose', 'health'],
            ['H2', 'U1', 'propose', null], ['H1', 'U1', 'set_aside', null]] as [$household, $unit, $kind, $why]) {
            $decisions->add(Store::decision($household, $unit, $kind, $why));
            }
        $seen = (new Decisions($db, Store::account(Role::Landlord, 'L1')))->all(10);
        self::assertSame(['H2'], array_column($seen, 'household_id'));
        self::assertSame(['id', 'moment', 'household_id', 'unit_id', 'kind'], array_keys($seen[0]));
    }

    public function testAPrescriberReadsOfItsHouseholds(): void
    {
        $db = Store::small();
        (new Decisions($db, Store::account(Role::Coordinator)))->add(Store::decision('H3', 'U1', 'propose', 'because'));
        self::assertSame([], (new Decisions($db, Store::account(Role::Prescriber, 'R1')))->ofUnit('U1'));
        self::assertSame(['because'], array_column((new Decisions($db, Store::account(Role::Prescriber, 'R2')))->all(10), 'why'));
    }
}
