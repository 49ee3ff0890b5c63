<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

use Orienta\{Audience, Language, Matching, MatchingReport, MatchStatus, Mechanism, Policy, Register};
use PHPUnit\Framework\TestCase;

final class MatchingTest extends TestCase
{
    private Policy $policy;
    private Register $register;

    protected function setUp(): void
    {
        $this->policy = Fixture::policy();
        $this->register = Fixture::register($this->policy);
    }

    private static function who(Matching $matching): array
    {
        return array_combine($matching->pairs()->column('household'), $matching->pairs()->column('unit'));
    }

    public function testIsTheBest(): void
    {
        $matching = $this->policy->match($this->register, seed: 'round');
        $this->assertSame(['H1' => 'U1', 'H2' => 'U2'], self::who($matching)); // 71 and 27: no other two make 98
        $this->assertSame([98.0, 98.0], [$matching->getTotal(), $matching->getBound()]);
        $this->assertSame([MatchStatus::Optimal, Mechanism::Optimal], [$matching->getStatus(), $matching->getMechanism()]);
        $this->assertTrue($matching->verify($this->policy, $this->register));
        $this->assertCount(2, $matching);
        $this->assertSame($matching->pairs()->toArray(), iterator_to_array($matching));
    }

    public function testSaysWhoIsNotHousedAndWhatAPlaceIsWorth(): void
    {
        $matching = $this->policy->match($this->register);
        $row = $matching->unmatched(Language::English)[0];
        $this->assertSame(['H3', 'match-outscored', 'U2', 11.0],
            [$row['household'], $row['reason'], $row['nearest'], $row['margin']]);
        $this->assertStringNotContainsString('{', $row['sentence']);
        $this->assertSame([16.0, 16.0], $matching->prices()->column('gain')); // H3, in either home
        $this->assertTrue($matching->hasPrices());
        $this->assertCount(0, $matching->limits());
        $this->assertCount(0, $matching->conflicts());
        $this->assertSame(['H1', 'H2'], $matching->moves()->column('household'));
        $this->assertStringContainsString('H3', $matching->explain('H3', Language::English, Audience::Person));
    }

    public function testIsReplayedFromItsRecord(): void
    {
        $matching = $this->policy->match($this->register, mechanism: Mechanism::Sequential, seed: 'round');
        $again = Matching::replay($matching->toJson(), $this->policy, $this->register);
        $this->assertSame($matching->toJson(), $again->toJson());
        $this->assertSame(json_decode($matching->toJson(), true), $matching->toArray());
        $this->assertSame(Mechanism::Sequential, Mechanism::from($matching->toArray()['options']['mechanism']));
    }

    public function testTakesItsOptionsByName(): void
    {
        $who = fn(...$options) => self::who($this->policy->match($this->register, ...$options));
        $this->assertSame(['H1' => 'U2', 'H3' => 'U1'], $who(keep: [['H1', 'U2']]));
        $this->assertSame(['H1' => 'U2', 'H3' => 'U1'], $who(bar: [['H1', 'U1']]));
        $this->assertSame(['H1' => 'U1'], $who(minimum: 30));
        $this->assertSame(['H2' => 'U2'], $who(bar: [['H1', 'U1'], ['H1', 'U2']], toVerify: false));
        $baseline = $this->policy->match($this->register, keep: [['H1', 'U2']]);
        $this->assertSame(['H1' => 'U1', 'H3' => 'U2'], $who(baseline: $baseline, mostLoss: 0.0)); // H3 has 16 in either
        $options = $this->policy->match($this->register, Mechanism::Stable, 'round', threads: 2, seconds: 1.5)->toArray()['options'];
        $this->assertSame(['stable', 'round', '1.5'], [$options['mechanism'], $options['seed'], $options['seconds']]);
    }

    public function testMayBeGiven(): void
    {
        $given = Matching::given($this->policy, $this->register, [['H3', 'U1'], ['H1', 'U2']]);
        $this->assertSame(['H1' => 'U2', 'H3' => 'U1'], self::who($given));
        $this->assertSame(72.0, $given->getTotal());
        $best = $this->policy->match($this->register);
        $this->assertSame([['H2'], ['H3']], [array_column($given->diff($best)['enter'], 'household'),
            array_column($given->diff($best)['leave'], 'household')]);
        $report = new MatchingReport($best, $given);
        $this->assertStringContainsString('<html', $report->toHtml(Language::French, Audience::Person));
        $this->assertStringContainsString('H1', $report->toText(Language::English, Audience::Person));
        $this->assertStringContainsString('U1', $report->toCsv(Audience::Person));
    }

    public function testGoesOnAfterARefusal(): void
    {
        $after = $this->policy->match($this->register)->refuse('H2');
        $this->assertSame(['H1' => 'U1', 'H3' => 'U2'], self::who($after));
    }

    public function testOfSixHundredIsTheSameAsInC(): void
    {
        [$policy, $register] = Fixture::artois();
        $matching = $policy->match($register);
        $this->assertCount(186, $matching); // as README.md shows of the C program
        $this->assertTrue($matching->verify($policy, $register));
        $other = $policy->withPoints(['dalo' => 1])->match($register);
        $this->assertSame('Orienta\InvalidException', substr(Fixture::thrown(fn() => $other->verify($policy, $register)), 0, 24));
    }
}
