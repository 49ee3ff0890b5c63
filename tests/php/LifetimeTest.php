<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
// Objects of the library live as long as anything needs them, and no longer.
declare(strict_types=1);

use Orienta\{Builder, Choices, Evidence, Language, Matching, MatchingReport, Policy, Program, Register, Report, Verdict};
use PHPUnit\Framework\TestCase;

final class LifetimeTest extends TestCase
{
    public function testAnswersOutliveWhatTheyWereAskedOf(): void
    {
        $policy = Fixture::policy();
        $register = Fixture::register($policy);
        $verdict = $policy->judge($register, 'H2', 'U1');
        $score = $policy->score($register, 'H1', 'U1');
        $matching = $policy->match($register);
        $rows = $policy->shortlistUnit($register, 'U2', 3)->getIterator();
        unset($policy, $register);
        $this->assertSame('H2', $verdict->getHousehold());
        $this->assertSame(71.0, array_sum($score->lines(Language::French)->column('points')));
        $this->assertSame(['H1', 'H2', 'H3'], array_column(iterator_to_array($rows), 'household'));
        $pairs = $matching->pairs();
        $again = $matching->getPolicy()->match($matching->getRegister());
        unset($matching);
        $this->assertSame($again->pairs()->toArray(), $pairs->toArray());
    }

    public function testRowsAreReadWhileOthersAre(): void
    {
        $frame = Fixture::policy()->criteria();
        $seen = [];
        foreach ($frame as $i => $row) {
            foreach ($frame as $j => $other) {
                $seen[] = [$i, $j, $row['criterion'] === $other['criterion']];
            }
        }
        $this->assertCount(9, $seen);
        foreach ($seen as [$i, $j, $same]) {
            $this->assertSame($i === $j, $same);
        }
        $this->assertSame('Error: An iterator cannot be used with foreach by reference', Fixture::thrown(function () use ($frame) {
            foreach ($frame as &$row) {
            }
        }));
        $iterator = $frame->getIterator();
        $iterator->next();
        $this->assertSame(['seniority', 1], [$iterator->current()['criterion'], $iterator->key()]);
    }

    public function testRowsCanBeCountedAndAskedForButNotChanged(): void
    {
        $frame = Fixture::policy()->criteria();
        $this->assertSame('in-choice', $frame[2]['criterion']);
        $this->assertTrue(isset($frame[2]));
        $this->assertFalse(isset($frame[3]) || isset($frame[-1]) || isset($frame['dalo']));
        $this->assertSame($frame->toArray(), json_decode(json_encode($frame, JSON_PRESERVE_ZERO_FRACTION), true));
        foreach ([
            'Orienta\NotFoundException: no row 3' => fn() => $frame[3],
            'Orienta\NotFoundException: no row -1' => fn() => $frame[-1],
            'Orienta\NotFoundException: no column “x”' => fn() => $frame->column('x'),
            'TypeError: A row of a frame is an int, string given' => fn() => $frame['0'],
            'Error: A frame cannot be changed' => function () use ($frame) {
                $frame[0] = [];
            },
        ] as $message => $call) {
            $this->assertSame($message, Fixture::thrown($call));
        }
        $this->assertSame('Error: A frame cannot be changed', Fixture::thrown(function () use ($frame) {
            unset($frame[0]);
        }));
    }

    public function testNothingIsMadeButByTheLibrary(): void
    {
        $policy = Fixture::policy();
        foreach ([
            'Error: Call to private Orienta\Verdict::__construct() from scope LifetimeTest' => fn() => new Verdict(),
            'Error: Trying to clone an uncloneable object of class Orienta\Policy' => fn() => clone $policy,
            "Exception: Serialization of 'Orienta\Policy' is not allowed" => fn() => serialize($policy),
            "Exception: Unserialization of 'Orienta\Policy' is not allowed" => fn() => unserialize('O:14:"Orienta\Policy":0:{}'),
            'Error: Cannot create dynamic property Orienta\Policy::$id' => function () use ($policy) {
                $policy->id = 'another';
            },
            'ReflectionException: Class Orienta\Policy is an internal class marked as final that cannot be instantiated without '
                . 'invoking its constructor' => fn() => (new ReflectionClass(Policy::class))->newInstanceWithoutConstructor(),
            'Error: Orienta\Builder is constructed already' => fn() => (new Builder())->__construct(),
        ] as $message => $call) {
            $this->assertSame($message, Fixture::thrown($call));
        }
        foreach ((new ReflectionExtension('orienta'))->getClasses() as $class) {
            $this->assertTrue($class->isFinal() || $class->isSubclassOf(Exception::class), $class->getName());
            $this->assertDoesNotMatchRegularExpression('/SWIG|_p_/', $class->getName());
            $this->assertSame([], preg_grep('/SWIG/', $class->getInterfaceNames()), $class->getName());
        }
    }

    /** An empty class of PHP equals any other of it; these are equal when they are the same one of the library. */
    public function testTwoObjectsAreEqualWhenTheyAreOne(): void
    {
        $policy = Fixture::policy();
        $register = Fixture::register($policy);
        $verdict = $policy->judge($register, 'H1', 'U1');
        $this->assertTrue($verdict->getPolicy() == $policy);
        $this->assertFalse($policy == Fixture::policy()->withPoints(['dalo' => 1]));
        $this->assertFalse($policy == $register);
        $this->assertFalse($policy < $register || $policy > $register);
    }

    public function testMemoryStaysFlat(): void
    {
        $folder = Fixture::path('examples/data/artois');
        $load = function () use ($folder) {
            [$policy, $register] = Fixture::artois();
            $policy->shortlistUnits($register, 3, null, Evidence::Declared)->toArray();
            $policy->withPoints(['dalo' => 60])->match($register)->pairs()->toArray();
            Fixture::thrown(fn() => new Report($policy, $register, 3, 'seed', Language::French));
            Fixture::thrown(fn() => new Choices([0, 2], [0], [1], [1]));
            Fixture::thrown(fn() => new Builder('no day'));
            Fixture::thrown(fn() => $policy->match($register, progress: fn() => false));
            Fixture::thrown(fn() => Register::fromArray(['households' => [['id' => NAN]]]));
            Fixture::thrown(fn() => Register::load($folder, $register));
            Fixture::thrown(fn() => $policy->match($register, keep: [['H0001', 'U001'], ['H0001']]));
            foreach ($policy->pairs($register, Evidence::Declared) as $row) {
                break;
            }
        };
        for ($i = 0; $i < 10; $i++) {
            $load();
        }
        [$before, $objects] = [self::resident(), memory_get_usage()];
        for ($i = 0; $i < 20; $i++) {
            $load();
        }
        $this->assertLessThanOrEqual($objects, memory_get_usage());
        if (!Fixture::isWatched()) { // which keeps what is freed for a while, and looks for leaks by itself
            $this->assertLessThan(3 << 20, self::resident() - $before); // one register alone has more
        }
    }

    private static function resident(): int
    {
        preg_match('/^VmRSS:\s*(\d+) kB/m', file_get_contents('/proc/self/status'), $found);
        return 1024 * (int) $found[1];
    }
}
