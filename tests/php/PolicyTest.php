<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

use Orienta\{Language, Policy};
use PHPUnit\Framework\TestCase;

final class PolicyTest extends TestCase
{
    public function testReadsItsName(): void
    {
        $policy = Fixture::policy();
        $this->assertSame(['lens', '2026.1'], [$policy->getId(), $policy->getVersion()]);
        $this->assertSame('Ten lines', $policy->getTitle(Language::English));
        $this->assertSame('Dix lignes', $policy->getTitle(Language::French));
    }

    public function testIsAnArrayBothWays(): void
    {
        $policy = Fixture::policy();
        $this->assertEquals(Fixture::POLICY, $policy->toArray());
        $this->assertEquals(Fixture::POLICY, json_decode(json_encode($policy), true));
        $this->assertSame($policy->toJson(), Policy::parse($policy->toJson())->toJson());
        $this->assertSame(hash('sha256', $policy->toJson()), $policy->getSha256());
    }

    public function testOfTheExamplesAreArraysBothWays(): void
    {
        foreach (glob(Fixture::path('examples/policies/*.json')) as $path) {
            $policy = Policy::load($path);
            $this->assertSame($policy->getSha256(), Policy::fromArray($policy->toArray())->getSha256(), $path);
        }
    }

    public function testListsItsCriteria(): void
    {
        $criteria = Fixture::policy()->criteria();
        $this->assertSame(['criterion', 'points', 'label_fr', 'label_en'], $criteria->columns());
        $this->assertSame(['dalo', 'seniority', 'in-choice'], $criteria->column('criterion'));
        $this->assertSame([50.0, 1.0, 15.0], $criteria->column('points'));
    }

    public function testTakesOtherPoints(): void
    {
        $policy = Fixture::policy();
        $changed = $policy->withPoints(['dalo' => 60, 'in-choice' => 7.125, 'seniority' => '0.5']);
        $this->assertSame([60.0, 0.5, 7.125], $changed->criteria()->column('points'));
        $this->assertSame([50.0, 1.0, 15.0], $policy->criteria()->column('points'));
        $this->assertSame([['id' => 'dalo', 'old_points' => 50, 'new_points' => 60]],
            $policy->diff($policy->withPoints(['dalo' => 60]))['criteria']['changed']);
        $this->assertSame([], $policy->diff(Fixture::policy()));
    }

    public function testTakesAnIdOfDigits(): void
    {
        $policy = Fixture::POLICY;
        $policy['criteria'][0]['id'] = '7';
        $changed = Policy::fromArray($policy)->withPoints(['7' => 8]); // the key has become the number 7
        $this->assertSame([8.0, 1.0, 15.0], $changed->criteria()->column('points'));
    }

    public function testKeepsAllDigitsWhateverTheProgramHasSet(): void
    {
        $before = ini_set('serialize_precision', '3');
        $changed = Fixture::policy()->withPoints(['dalo' => 1234.567]);
        $array = Fixture::POLICY;
        $array['criteria'][0]['points'] = 1234.567;
        $points = Policy::fromArray($array)->criteria()->column('points')[0];
        ini_set('serialize_precision', $before);
        $this->assertSame(1234.567, $points);
        $this->assertSame(1234.567, $changed->criteria()->column('points')[0]);
    }

    public function testLeavesWhatJsonSaid(): void
    {
        json_decode('{');
        $policy = Fixture::policy()->toArray();
        $this->assertSame(JSON_ERROR_SYNTAX, json_last_error());
        $this->assertNotSame([], $policy);
    }

    public function testWarns(): void
    {
        $lint = Fixture::policy()->lint();
        $rows = $lint->rows(Language::English)->toArray();
        $this->assertCount(count($rows), $lint);
        $array = Fixture::POLICY;
        $array['criteria'][2]['when'] = ['household.adults' => ['ge' => 40]]; // there are at most 30
        $codes = Policy::fromArray($array)->lint(Fixture::register())->rows(Language::English)->column('code');
        $this->assertContains('lint-criterion-never-fires', $codes);
    }

    public function testTellsWhatIsWrong(): void
    {
        $faults = [
            'Orienta\ReadException: nowhere.json: no such file' => fn() => Policy::load('nowhere.json'),
            'Orienta\SyntaxException: policy.json:1:2: the name of a member in double quotes was expected, not the end of the document'
                => fn() => Policy::parse('{'),
            'Orienta\NotFoundException: "nope": no criterion of that id' => fn() => Fixture::policy()->withPoints(['nope' => 1]),
            'Orienta\InvalidException: "1e3": expected points of at most three decimals, up to 1e9'
                => fn() => Fixture::policy()->withPoints(['dalo' => '1e3']),
        ];
        foreach ($faults as $message => $call) {
            $this->assertSame($message, Fixture::thrown($call));
        }
    }

    public function testRefusesWhatBreaksHousingFirst(): void
    {
        $policy = Fixture::POLICY;
        $policy['rules'][] = ['id' => 'ready', 'require' => ['household.support_accepted' => ['in' => ['high']]], 'source' => 'nobody'];
        try {
            Policy::fromArray($policy);
            $this->fail('it was taken');
        } catch (Orienta\EthicsException $problem) {
            $this->assertSame(Orienta\ErrorCode::Ethics->value, $problem->getCode());
        }
    }

    public function testKeepsToOpenBasedir(): void
    {
        $allowed = sys_get_temp_dir() . PATH_SEPARATOR . __DIR__ . PATH_SEPARATOR . Fixture::path('examples');
        [$status, $output] = Fixture::apart('echo count(Fixture::artois()), Fixture::thrown(fn() => Orienta\Policy::load("/etc/hostname"));',
            '-d', "open_basedir=$allowed");
        $this->assertSame('2ValueError: Orienta\Policy::load(): Argument #1 ($path) must be a path that open_basedir allows', $output);
        $this->assertSame(0, $status);
    }
}
