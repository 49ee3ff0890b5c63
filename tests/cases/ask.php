<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
// Puts the questions of a case to the PHP extension and prints its answers, to the byte those of ask.c: ask.php CASE.json
declare(strict_types=1);

require __DIR__ . '/questions.php';

use Orienta\{Audience, Evidence, Language, Matching, MatchingReport, Mechanism, Objective, Policy, Register, Report, Status};

function level(array $asked): Evidence
{
    return Evidence::from($asked['level'] ?? 'declared');
}

function words(array $asked): array
{
    return [Language::from($asked['language'] ?? 'fr'), Audience::from($asked['audience'] ?? 'person')];
}

function written(Report|MatchingReport $report, array $asked): string
{
    $form = $asked['as'] ?? 'text';
    $words = in_array($form, ['text', 'html'], true) ? words($asked) : [words($asked)[1]];
    return $report->{'to' . ucfirst($form)}(...$words);
}

function matched(Policy $policy, Register $register, array $asked): Matching
{
    return $policy->match($register, Mechanism::from($asked['mechanism'] ?? 'optimal'), $asked['seed'] ?? null,
        objective: Objective::from($asked['objective'] ?? 'points'), level: level($asked), threads: 1);
}

/** An array that the library gave, in its own form again. */
function canonical(array $array): string
{
    return json_encode($array, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);
}

function answer(Policy $policy, Register $register, array $asked): string
{
    $household = $asked['household'] ?? null;
    $unit = $asked['unit'] ?? null;
    $n = $asked['n'] ?? 3;
    $seed = $asked['seed'] ?? null;
    [$language, $audience] = words($asked);
    $matching = fn() => matched($policy, $register, $asked);
    switch ($asked['ask']) {
        case 'verdict':
            return $policy->judge($register, $household, $unit)->toJson($audience);
        case 'score':
            return $policy->scoreAt($register, $household, $unit, level($asked))->toJson($audience);
        case 'explain':
            return $policy->explainAt($register, $household, $unit, level($asked), $language, $audience);
        case 'shortlist':
            return ($unit !== null ? $policy->shortlistUnit($register, $unit, $n, $seed)
                : $policy->shortlistHousehold($register, $household, $n, $seed))->toJson();
        case 'pairs':
            $line = fn($row) => "$row[household],$row[unit]," . round($row['points'] * 1000) . ','
                . array_search(Status::from($row['status']), Status::cases(), true) . "\n";
            return implode('', array_map($line, $policy->pairs($register, level($asked), threads: 1)->rows()->toArray()));
        case 'report':
            return written(new Report($policy, $register, $n, $seed, level($asked), threads: 1), $asked);
        case 'lint':
            $codes = Orienta\reasons($language);
            $line = fn($row) => "{$codes[$row['code']]['code']},$row[path],$row[sentence]\n";
            return implode('', array_map($line, $policy->lint($register)->rows($language)->toArray()));
        case 'changed-policy':
            return canonical($policy->diff($policy->withPoints([$asked['criterion'] => $asked['points']])));
        case 'policy':
            return $policy->toJson();
        case 'register':
            return $register->toJson();
        case 'fingerprints':
            return $policy->getSha256() . ' ' . $register->getSha256();
        case 'lottery':
            return Orienta\lotteryDraw($seed, $household);
        case 'match':
            $made = $matching();
            $made->verify($policy, $register);
            return $made->toJson();
        case 'replay':
            return Matching::replay($matching()->toJson(), $policy, $register)->toJson();
        case 'refuse':
            $made = $matching();
            return canonical($made->diff($made->refuse($household)));
        case 'explain-match':
            return $matching()->explain($household, $language, $audience);
        case 'report-match':
            return written(new MatchingReport($matching()), $asked);
    }
    throw new LogicException("no question $asked[ask]");
}

run($argv[1], function (array $case): Closure {
    $policy = Policy::load($case['policy']);
    $register = Register::load($case['register'], $policy);
    return fn(array $asked) => answer($policy, $register, $asked);
});
