<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
// calls.php CALLS POLICY REGISTER: what a call costs in PHP, beside what the program CALLS (calls.c) says it costs in C.
declare(strict_types=1);

use Orienta\{Audience, Language, Policy, Register};

const ROUNDS = 7;

[, $program, $policy_path, $register_path] = $argv;
exec(implode(' ', array_map('escapeshellarg', [$program, $policy_path, $register_path])), $lines);
$policy = Policy::load($policy_path);
$register = Register::load($register_path, $policy);

$calls = [
    'getId' => [1000000, fn() => $policy->getId()],
    'judge' => [20000, fn() => $policy->judge($register, 'H0013', 'U012')],
    'score' => [20000, fn() => $policy->score($register, 'H0013', 'U012')],
    'shortlistUnit' => [300, fn() => $policy->shortlistUnit($register, 'U012', 3, 'x')->rows()->column('household')],
    'explain' => [2000, fn() => $policy->explain($register, 'H0013', 'U012', Language::French, Audience::Person)],
];

function processor(): float
{
    $used = getrusage();
    return ($used['ru_utime.tv_sec'] + $used['ru_stime.tv_sec']) * 1e9 + ($used['ru_utime.tv_usec'] + $used['ru_stime.tv_usec']) * 1e3;
}

/** Nanoseconds of the processor for a call, the best of the rounds. */
function measure(int $n, callable $call): float
{
    $best = INF;
    for ($round = 0; $round < ROUNDS; $round++) {
        $start = processor();
        for ($i = 0; $i < $n; $i++) {
            $call();
        }
        $best = min($best, (processor() - $start) / $n);
    }
    return $best;
}

$empty = measure(1000000, fn() => null);
printf("A closure that does nothing: %d ns, taken off below.\n\n| call | C, ns | PHP, ns | more |\n|---|---|---|---|\n", $empty);
foreach ($lines as $line) {
    [$name, $c] = explode(' ', $line);
    [$n, $call] = $calls[$name];
    $php = measure($n, $call) - $empty;
    printf("| %s | %s | %s | %s |\n", $name, number_format((float) $c), number_format($php), number_format($php - (float) $c));
}
