<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

use Orienta\{Audience, Evidence, Language, Policy, ReasonCode, Register, Report, Status};
use PHPUnit\Framework\TestCase;

final class AnswersTest extends TestCase
{
    private Policy $policy;
    private Register $register;

    protected function setUp(): void
    {
        $this->policy = Fixture::policy();
        $this->register = Fixture::register($this->policy);
    }

    public function testJudges(): void
    {
        $status = fn($household, $unit) => $this->policy->judge($this->register, $household, $unit)->getStatus();
        $this->assertSame(Status::Eligible, $status('H1', 'U1'));
        $this->assertSame(Status::Ineligible, $status('H2', 'U1'));
        $this->assertSame(Status::ToVerify, $status('H3', 'U1'));
        $this->assertSame(Status::Eligible, $status('H2', 'U2'));
    }

    public function testSaysWhyNot(): void
    {
        $verdict = $this->policy->judge($this->register, household: 'H2', unit: 'U1');
        $this->assertSame(['H2', 'U1'], [$verdict->getHousehold(), $verdict->getUnit()]);
        $reason = $verdict->reasons(Language::English)[0];
        $this->assertSame(ReasonCode::RuleFailed, ReasonCode::from($reason['reason']));
        $this->assertSame(['ceiling', 'CCH D.331-12', false], [$reason['rule'], $reason['source'], $reason['special']]);
        $flip = $verdict->toArray(Audience::Person)['reasons'][0]['flips'][0];
        $this->assertSame(['household.income_year', 'flip-at-most'], [$flip['attribute'], $flip['code']]);
        $this->assertSame(['ineligible'], $verdict->checks(Language::English)->column('status'));
    }

    public function testScoresAddUp(): void
    {
        $score = $this->policy->score($this->register, 'H1', 'U1');
        $this->assertSame(71.0, $score->getPoints()); // 50 recognised, 6 months, 15 in the choice
        $lines = $score->lines(Language::English);
        $this->assertSame([50.0, 6.0, 15.0], $lines->column('points'));
        $this->assertSame(71.0, array_sum($lines->column('points')));
        $this->assertSame(56.0, $this->policy->score($this->register, 'H1')->getPoints());
        $this->assertSame(Evidence::Verified,
            $this->policy->scoreAt($this->register, 'H1', 'U1', Evidence::Verified)->getLevel());
    }

    public function testShortlistsByPoints(): void
    {
        $list = $this->policy->shortlistUnit($this->register, 'U2', n: 2, seed: 'round');
        $this->assertCount(2, $list);
        $rows = iterator_to_array($list);
        $this->assertSame(['H1', 'H2'], array_column($rows, 'household')); // 56, 27, and 16 of H3 is third
        $this->assertSame([1, 2], array_column($rows, 'rank'));
        $this->assertSame([56.0, 27.0], array_column($rows, 'points'));
        $this->assertSame(3, $list->toArray()['lists'][0]['n_candidates']);
        $this->assertSame(['U1', 'U2'],
            $this->policy->shortlistHousehold($this->register, 'H1', 2)->rows()->column('unit'));
        $this->assertCount(5, $this->policy->shortlistUnits($this->register, 9, 'round', Evidence::Declared));
        $this->assertCount(5, $this->policy->shortlistHouseholds($this->register, 9, null, Evidence::Declared));
        $this->assertSame(hash_hmac('sha256', 'H1', 'round'), Orienta\lotteryDraw('round', 'H1'));
        $this->assertSame(hash_hmac('sha256', 'H1', 'round'), $rows[0]['lottery']);
    }

    public function testPairsAreThoseNotRefused(): void
    {
        $pairs = $this->policy->pairs($this->register, Evidence::Declared);
        $this->assertCount(5, $pairs);
        $told = array_map(fn($row) => "$row[household] $row[unit] $row[points] $row[status]", iterator_to_array($pairs));
        $this->assertSame(['H1 U1 71 eligible', 'H1 U2 56 eligible', 'H2 U2 27 eligible', 'H3 U1 16 to_verify',
            'H3 U2 16 eligible'], $told);
    }

    public function testExplainsForTwoAudiencesInTwoLanguages(): void
    {
        $explain = fn($language, $audience) => $this->policy->explain($this->register, 'H1', 'U1', $language, $audience);
        $this->assertStringContainsString('Household H1', $explain(Language::English, Audience::Person));
        $this->assertStringContainsString('Ménage H1', $explain(Language::French, Audience::Person));
        $this->assertNotSame($explain(Language::French, Audience::Person), $explain(Language::French, Audience::ThirdParty));
        $this->assertSame($explain(Language::French, Audience::Person),
            $this->policy->explainAt($this->register, 'H1', 'U1', Evidence::Declared, Language::French, Audience::Person));
        $this->assertStringContainsString('H1',
            $this->policy->explain($this->register, 'H1', null, Language::English, Audience::Person));
    }

    /** Who encodes without saying for whom gets what anyone may read. */
    public function testJsonIsForThirdPartiesUnlessAskedOtherwise(): void
    {
        $score = $this->policy->score($this->register, 'H1', 'U1');
        $this->assertSame('third_party', json_decode(json_encode($score))->audience);
        $this->assertEquals(json_decode($score->toJson(Audience::Person), true), $score->toArray(Audience::Person));
        $verdict = $this->policy->judge($this->register, 'H1', 'U1');
        $this->assertSame('third_party', json_decode(json_encode($verdict))->audience);
    }

    public function testReports(): void
    {
        $report = new Report($this->policy, $this->register, 2, 'round', Evidence::Declared);
        $this->assertStringContainsString('<html', $report->toHtml(Language::French, Audience::Person));
        $this->assertStringContainsString('H1', $report->toText(Language::English, Audience::Person));
        $this->assertIsArray(json_decode($report->toJson(Audience::Person), true, flags: JSON_THROW_ON_ERROR));
        $this->assertStringContainsString('U1',
            Report::newUnit($this->policy, $this->register, 'U1', 2, null, Evidence::Declared)->toCsv(Audience::Person));
        $this->assertStringContainsString('H3',
            Report::newHousehold($this->policy, $this->register, 'H3', 2, null, Evidence::Declared)->toCsv(Audience::Person));
    }

    public function testKnowsItsWords(): void
    {
        $income = Orienta\attributes(Language::English)['household.income_year'];
        $this->assertSame(['household', 'number', false], [$income['of'], $income['type'], $income['special']]);
        $this->assertArrayHasKey('plai', Orienta\attributes(Language::French)['unit.kind']['words']);
        $reasons = Orienta\reasons(Language::English);
        $this->assertSame(['code' => 120, 'severity' => 'refuse', 'sentence' => 'Condition not met: {rule}.'], $reasons['rule-failed']);
        $named = array_diff(array_column(ReasonCode::cases(), 'value'), ['none']);
        $this->assertSame(array_values($named), array_keys($reasons));
        $this->assertMatchesRegularExpression('/^\d+\.\d+\.\d+$/', Orienta\version());
    }
}
