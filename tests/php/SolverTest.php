<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

use Orienta\{Assignment, Choices, Program, Solved};
use PHPUnit\Framework\TestCase;

final class SolverTest extends TestCase
{
    /** Worked out by hand, like what it begins with. */
    public function testOneChangeAfterAnother(): void
    {
        $assigner = self::choices()->assigner();
        $this->assertSame(12, $assigner->getTotal());
        $this->assertTrue($assigner->setCapacity(column: 1, capacity: 2));
        $this->assertSame([18, 1, 2], [$assigner->getTotal(), $assigner->getNChanged(), $assigner->getChanged(0)]);
        $assigner->setRow(0, [], []);
        $this->assertSame([13, -1], [$assigner->getTotal(), $assigner->getColumn(0)]);
        $assigner->setRow(at: 3, columns: [0], values: [9]);
        $this->assertSame([22, 4, 0], [$assigner->getTotal(), $assigner->getNRows(), $assigner->getColumn(3)]);
        $this->assertSame(22, $assigner->getAssignment()->getTotal());
        Fixture::thrown(fn() => $assigner->setRow(9, [0], [1]));
        Fixture::thrown(fn() => $assigner->setRow(1, [2], [1]));
        Fixture::thrown(fn() => $assigner->getColumn(4));
        $this->assertSame(22, $assigner->getTotal());
    }

    // Rows 0 and 1 may take columns 0 and 1, row 2 column 1 alone; 5 + 7 is the most with one place each.
    private static function choices(): Choices
    {
        return new Choices(first: [0, 2, 4, 5], columns: [0, 1, 0, 1, 1], values: [5, 3, 4, 7, 6], capacities: [1, 1]);
    }

    public function testAssigns(): void
    {
        $best = self::choices()->assign();
        $this->assertSame([0, 1, -1], $best->getColumns());
        $this->assertSame(12, $best->getTotal());
        $this->assertSame([5, 7, 0], $best->getValues());
        $this->assertTrue(self::choices()->verify($best));
        $pairs = Choices::fromPairs(3, rows: [2, 0, 1, 0, 1], columns: [1, 0, 1, 1, 0], values: [6, 5, 7, 3, 4], capacities: [1, 1]);
        $this->assertSame([0, 1, -1], $pairs->assign()->getColumns());
    }

    public function testRefusesAFalseProof(): void
    {
        $false = new Assignment(columns: [0, -1, 1], prices: [0, 0], totals: [11]);
        $this->assertSame('Orienta\InvalidException', substr(Fixture::thrown(fn() => self::choices()->verify($false)), 0, 24));
    }

    public function testKnowsWhatAPlaceIsWorth(): void
    {
        $choices = self::choices();
        $margins = $choices->margins($choices->assign());
        $this->assertSame([3, 6], $margins->getGains(0)); // 5 + 4 + 6 with two places of column 0, 5 + 7 + 6 with two of column 1
        $this->assertSame([3, 2], [$margins->getNRows(), $margins->getNColumns()]);
    }

    public function testChecksArraysBeforeTheLibrarySeesThem(): void
    {
        foreach ([
            'beyond the columns' => fn() => new Choices([0, 1], [2], [1], [1, 1]),
            'negative' => fn() => new Choices([0, -1], [0], [1], [1]),
            'too few values' => fn() => new Choices([0, 2], [0, 0], [1], [1]),
            'no rows at all' => fn() => new Choices([], [], [], []),
            'floats' => fn() => new Choices([0, 1], [0], [1.5], [1]),
            'strings' => fn() => new Choices([0, 1], [0], ['1'], [1]),
            'keys' => fn() => new Choices(['a' => 0, 'b' => 1], [0], [1], [1]),
            'too many for a guint32' => fn() => new Choices([0, 1], [0], [1], [PHP_INT_MAX]),
        ] as $what => $call) {
            $this->assertMatchesRegularExpression('/^(Orienta\\\\\w+Exception|TypeError|ValueError): /', Fixture::thrown($call), $what);
        }
        $this->assertSame('ValueError: Orienta\Assignment::getLevelTotal(): level: 1 is not below 1',
            Fixture::thrown(fn() => self::choices()->assign()->getLevelTotal(1)));
    }

    public function testRefusesWhatIsTooLargeForAnyMachine(): void
    {
        $this->assertSame('Orienta\LimitException: "2000000000" variables at 1 levels, expected at most 268435456 in all',
            Fixture::thrown(fn() => new Program(2000000000)));
        $this->assertSame('Orienta\LimitException: "4294967295" variables at 4294967295 levels, expected at most 268435456 in all',
            Fixture::thrown(fn() => new Program(4294967295, 4294967295)));
        $this->assertSame('Orienta\LimitException: 4294967295 rows and 1 columns at 1 levels, expected at most 100000000 in all',
            Fixture::thrown(fn() => Choices::fromPairs(4294967295, [], [], [], [1])));
        $this->assertSame('Orienta\LimitException: "2000000000" replications, expected at most 1000000',
            Fixture::thrown(fn() => Fixture::scenario()->simulate(Fixture::policy(), replications: 2000000000)));
    }

    public function testSolvesAProgram(): void
    {
        if (!Orienta\hasHighs()) {
            $this->markTestSkipped('built without HiGHS');
        }
        $program = new Program(nVariables: 3);
        $program->setValues(0, [5, 4, 3]);
        $this->assertSame(0, $program->addLimit('weight', [0, 1, 2], [4, 3, 2], 0, 5));
        $solution = $program->solve(10.0);
        $this->assertSame([Solved::Optimal, [0, 1, 1], 7], [$solution->getStatus(), $solution->getChosen(), $solution->getTotal(0)]);
        $this->assertTrue($solution->verify($program));
        $this->assertSame(['weight', 5], [$program->getLimitName(0), $solution->getActivity(0)]);
        $this->assertMatchesRegularExpression('/^\d+\.\d+/', Orienta\highsVersion());
    }
}
