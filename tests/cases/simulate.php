<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
// Puts the questions of a case that are about time to the PHP extension: simulate.php CASE.json, as ask.c does.
declare(strict_types=1);

require __DIR__ . '/questions.php';

use Orienta\{Mechanism, Policy, Register, Scenario, Simulation};

final class Questions
{
    public function __construct(private Scenario $scenario, private Policy $policy, private Register $register)
    {
    }

    private static function futures(array $asked): array
    {
        return ['replications' => $asked['replications'] ?? 3, 'seed' => $asked['seed'] ?? 0, 'first' => $asked['first'] ?? 0,
            'mechanism' => isset($asked['mechanism']) ? Mechanism::from($asked['mechanism']) : null,
            'every' => isset($asked['every']) ? (float) $asked['every'] : null];
    }

    private function run(array $asked, ?Policy $policy = null): Simulation
    {
        return $this->scenario->simulate($policy ?? $this->policy, ...self::futures($asked), keepEvents: true);
    }

    public function answer(array $asked): string
    {
        return match ($asked['ask']) {
            'scenario' => $this->scenario->toJson(),
            'figures' => $this->figures($asked),
            'simulate' => $this->run($asked)->toJson(),
            'summary' => $this->run($asked)->summarize(0.95)->toCsv($asked['threshold'] ?? 11),
            'compare' => $this->run($asked, $this->policy->withPoints([$asked['criterion'] => $asked['points']]))
                ->compare($this->run($asked), 0.95)->toJson($asked['threshold'] ?? 11),
            'events' => $this->run($asked)->getEvents(0)->toCsv(),
            'forecast' => $this->scenario->forecast($this->policy, $this->register, ...self::futures($asked))->toCsv(),
            'reserve' => $this->scenario->reserve($this->policy, $asked['days'] ?? 90, $asked['replications'] ?? 3, $asked['seed'] ?? 0)->toCsv(),
        };
    }

    private function figures(array $asked): string
    {
        $scenario = isset($asked['figure']) ? $this->scenario->withFigures([$asked['figure'] => $asked['value']]) : $this->scenario;
        $text = '';
        foreach ($scenario->figures() as $row) {
            $text .= sprintf("%s,%.3F,%d,%s\n", $row['figure'], $row['value'], $row['assumed'], $row['source']);
        }
        return $text;
    }
}

run($argv[1], function (array $case): Closure {
    $policy = Policy::load($case['policy']);
    $questions = new Questions(Scenario::load($case['scenario']), $policy, Register::load($case['register'], $policy));
    return $questions->answer(...);
});
