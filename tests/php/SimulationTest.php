<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

use Orienta\{Mechanism, Policy, Register, Reserve, Scenario, Simulation};
use PHPUnit\Framework\TestCase;

final class SimulationTest extends TestCase
{
    public function testScenarioSaysItsFigures(): void
    {
        $scenario = Fixture::scenario();
        $this->assertSame([['figure' => 'leaves', 'value' => 2.0, 'low' => 1.0, 'high' => 3.0, 'unit' => 'per year',
            'assumed' => true, 'source' => 'a test']], $scenario->figures()->toArray());
        $other = $scenario->withFigures(['leaves' => 2.5]);
        $this->assertSame(2.5, $other->figures()->column('value')[0]);
        $this->assertSame(['2026-11-20', 400, 'small'], [$other->getStart(), $other->getNDays(), $other->getId()]);
        $this->assertSame($scenario->toJson(), Scenario::fromArray($scenario->toArray())->toJson());
        $this->assertStringContainsString('figure', Fixture::thrown(fn() => $scenario->withFigures(['arrives' => 2])));
    }

    /** Counted in the events: what a line of the whole says is how many there are. */
    public function testCountsWhatHappens(): void
    {
        $simulation = Fixture::scenario()->simulate(Fixture::policy(), replications: 3, seed: 7, keepEvents: true);
        $this->assertSame(3, $simulation->getNReplications());
        $kinds = array_count_values($simulation->getEvents(1)->rows()->column('kind'));
        $this->assertGreaterThan(0, $kinds['housed']);
        foreach ($simulation->rows() as $row) {
            if ($row['replication'] === 1 && $row['period'] === null && $row['territory'] === null && isset($kinds[$row['measure']])) {
                $this->assertSame((float) $kinds[$row['measure']], $row['value'], $row['measure']);
            }
        }
    }

    /** Parts, threads and languages give the same bytes. */
    public function testPartsAreTheWhole(): void
    {
        [$scenario, $policy] = [Fixture::scenario(), Fixture::policy()];
        $whole = $scenario->simulate($policy, replications: 4, seed: 7);
        $parts = [$scenario->simulate($policy, replications: 1, first: 3, seed: 7, threads: 1),
            $scenario->simulate($policy, replications: 3, seed: 7)];
        $this->assertSame($whole->toJson(), Simulation::join($parts)->toJson());
        $this->assertStringContainsString('seed', Fixture::thrown(
            fn() => Simulation::join([$whole, $scenario->simulate($policy, replications: 1, first: 9)])));
        $this->assertStringContainsString('must be of Orienta\Simulation', Fixture::thrown(fn() => Simulation::join([$policy])));
    }

    public function testComparesReplicationByReplication(): void
    {
        [$scenario, $policy] = [Fixture::scenario(), Fixture::policy()];
        $as_is = $scenario->simulate($policy, replications: 5);
        $weekly = $scenario->simulate($policy, replications: 5, every: 7, mechanism: Mechanism::Sequential);
        $change = $weekly->compare($as_is);
        $means = array_column(array_filter($change->rows()->toArray(),
            fn($row) => $row['period'] === null && $row['territory'] === null), 'mean', 'measure');
        $this->assertSame(0.0, $means['arrived']); // the same people
        $this->assertLessThan(0, $means['days_vacant']); // homes wait a week for a commission at most, not two
        $this->assertStringStartsWith("period,territory,group,measure,n,mean,low,high,suppressed\r\n", $change->toCsv());
        $this->assertSame(0.95, $change->toArray()['confidence']);
    }

    public function testPolicyMayChangeOnADay(): void
    {
        [$scenario, $policy] = [Fixture::scenario(), Fixture::policy()];
        $changed = $scenario->simulate($policy, replications: 1, changes: ['2027-01-01' => $policy->withPoints(['dalo' => 1])]);
        $this->assertStringContainsString("by day, as in ['2027-01-01' => \$policy]",
            Fixture::thrown(fn() => $scenario->simulate($policy, changes: ['2027-02-30' => $policy])));
        $this->assertSame(1, $changed->getNReplications());
    }

    public function testForecastsAndReserves(): void
    {
        [$policy, $register] = [Fixture::policy(), Fixture::register()];
        $forecast = Fixture::scenario()->forecast($policy, $register, replications: 20);
        $rows = array_column($forecast->rows()->toArray(), null, 'household');
        $this->assertSame(['H1', 'H2', 'H3'], array_keys($rows));
        $this->assertLessThanOrEqual($rows['H2']['chance_12_months'], $rows['H2']['chance_3_months']);
        $reserve = Fixture::scenario()->reserve($policy, 60, replications: 10);
        $this->assertSame(['U1'], $reserve->rows()->column('unit'));
        $this->assertGreaterThanOrEqual(0, $reserve->rows()->column('points')[0]);
        foreach ($policy->match($register, reserve: $reserve)->pairs() as $pair) {
            $this->assertTrue($pair['unit'] !== 'U1' || $pair['points'] >= $reserve->rows()->column('points')[0]);
        }
    }

    /** One slot, and in three of four futures somebody who leaves care: it is worth 75 points. */
    public function testReservesOfSlots(): void
    {
        $policy = Policy::fromArray(['orienta' => 1, 'id' => 'care', 'version' => '1', 'criteria' => [
            ['id' => 'care', 'when' => ['household.needs' => ['has' => 'ase_leaver']], 'points' => 100, 'source' => 's'],
            ['id' => 'other', 'when' => ['household.needs' => ['has' => 'addiction']], 'points' => 60, 'source' => 's']]]);
        $register = fn(int $slots, array $needs) => Register::fromArray(['as_of' => '2026-01-01',
            'territories' => [['id' => 'T']],
            'units' => [['id' => 'A', 'kind' => 'plai', 'territory' => 'T', 'places' => 9]],
            'services' => [['id' => 'S', 'territories' => ['T'], 'needs' => ['ase_leaver', 'addiction'], 'slots' => $slots]],
            'households' => array_map(fn($need) => ['id' => $need, 'adults' => 1, 'request_date' => '2025-12-01',
                'needs' => [$need]], $needs)], $policy);
        $today = $register(1, ['addiction']);
        [$some, $nobody] = [$register(0, ['ase_leaver']), $register(0, [])];
        $reserve = Reserve::fromPast($policy, $today, [$some, $some, $some, $nobody]);
        $row = $reserve->slots()[0];
        $this->assertSame(['S', null, 75.0], [$row['service'], $row['slots'], $row['points']]);
        $this->assertGreaterThan($row['low'], $reserve->slots(0.5)[0]['low']);
        $this->assertTrue($policy->match($today, reserve: $reserve)->pairs()[0]['lacks_support']);
        $this->assertSame('S', $policy->match($today)->pairs()[0]['service']);
    }

    public function testRefusesWhatItCannotDo(): void
    {
        [$scenario, $policy] = [Fixture::scenario(), Fixture::policy()];
        $this->assertStringContainsString('replications cannot be 0', Fixture::thrown(fn() => $scenario->simulate($policy, replications: 0)));
        $this->assertStringContainsString('confidence cannot be 1', Fixture::thrown(
            fn() => $scenario->simulate($policy, replications: 2)->summarize(1.0)));
        $this->assertStringContainsString('CancelledException', Fixture::thrown(
            fn() => $scenario->simulate($policy, replications: 2000, progress: fn() => false)));
    }
}
