<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
// Two homes, three households, ten lines of policy: small enough to be worked out by hand.
declare(strict_types=1);

use Orienta\{Policy, Register, Scenario};

final class Fixture
{
    public const POLICY = [
        'orienta' => 1, 'id' => 'lens', 'version' => '2026.1', 'title' => ['en' => 'Ten lines', 'fr' => 'Dix lignes'],
        'rules' => [['id' => 'ceiling', 'applies' => ['unit.kind' => ['plai']],
            'require' => ['household.income_year' => ['le' => 12870]], 'source' => 'CCH D.331-12']],
        'criteria' => [
            ['id' => 'dalo', 'when' => ['household.priority' => ['has' => 'dalo']], 'points' => 50, 'source' => 'CCH L.441-1'],
            ['id' => 'seniority', 'attribute' => 'household.waiting_months', 'per' => 1, 'points' => 1, 'max' => 120,
                'source' => 'our vote'],
            ['id' => 'in-choice', 'when' => ['pair.in_choice' => true], 'points' => 15, 'source' => 'our vote']],
        'order' => ['points desc', 'household.request_date asc', 'lottery']];

    // H1 waits 6 months and is recognised, H2 waits 12 and earns too much for U1, the income of H3 is not known.
    public const REGISTER = [
        'as_of' => '2026-11-20',
        'territories' => [['id' => 'calais'], ['id' => 'lens']],
        'households' => [
            ['id' => 'H1', 'request_date' => '2026-05-20', 'adults' => 1, 'income_year' => 9000, 'priority' => ['dalo'],
                'wants_territories' => ['lens']],
            ['id' => 'H2', 'request_date' => '2025-11-20', 'adults' => 2, 'income_year' => 30000],
            ['id' => 'H3', 'request_date' => '2026-10-20', 'adults' => 1]],
        'units' => [
            ['id' => 'U1', 'kind' => 'plai', 'territory' => 'lens'],
            ['id' => 'U2', 'kind' => 'plus', 'territory' => 'calais']]];

    // One home, one profile of people, two months; who comes and when is drawn, so that tests count and compare.
    public const SCENARIO = [
        'orienta_scenario' => 1, 'id' => 'small', 'version' => '1', 'title' => ['fr' => 'Petit', 'en' => 'Small'],
        'start' => '2026-11-20', 'days' => 400,
        'figures' => [['name' => 'leaves', 'value' => 2, 'low' => 1, 'high' => 3, 'unit' => 'per year', 'assumed' => 'a test']],
        'register' => ['orienta' => 1, 'as_of' => '2026-11-20', 'territories' => [['id' => 'calais'], ['id' => 'lens']],
            'households' => [], 'units' => [['id' => 'U1', 'kind' => 'plai', 'territory' => 'lens', 'places' => 3]]],
        'stock' => [['stay_days' => ['per_year' => 'leaves']]],
        'arrivals' => [['id' => 'street', 'per_year' => 20,
            'household' => ['territory' => 'lens', 'situation' => 'street', 'adults' => 1, 'income_year' => 6000]]],
        'commissions' => [['from' => '2026-11-20', 'every_days' => 14]]];

    public static function scenario(): Scenario
    {
        return Scenario::fromArray(self::SCENARIO);
    }

    public static function policy(): Policy
    {
        return Policy::fromArray(self::POLICY);
    }

    public static function register(?Policy $policy = null): Register
    {
        return Register::fromArray(self::REGISTER, $policy);
    }

    /** A path in the source. */
    public static function path(string $name): string
    {
        return (getenv('ORIENTA_SOURCE') ?: dirname(__DIR__, 2)) . "/$name";
    }

    /** The six hundred invented households of the examples. */
    public static function artois(): array
    {
        $policy = Policy::load(self::path('examples/policies/logement-dabord.json'));
        return [$policy, Register::load(self::path('examples/data/artois'), $policy)];
    }

    /** What a program prints that runs apart with the same extension, and how it ends. */
    public static function apart(string $code, string ...$options): array
    {
        $program = tempnam(sys_get_temp_dir(), 'orienta');
        file_put_contents($program, "<?php\nrequire " . var_export(__FILE__, true) . ";\n$code");
        $command = [...self::command(), '-d', 'display_errors=stdout', '-d', 'html_errors=0', '-d', 'log_errors=0', ...$options, $program];
        $process = proc_open($command, [1 => ['pipe', 'w'], 2 => STDERR], $pipes);
        $output = stream_get_contents($pipes[1]);
        $status = proc_close($process);
        unlink($program);
        return [$status, $output];
    }

    /** PHP as it runs this. */
    public static function command(): array
    {
        return [PHP_BINARY, ...array_filter(explode(' ', getenv('ORIENTA_PHP_OPTIONS') ?: ''))];
    }

    /** Whether something looks for leaks: the sanitisers, valgrind. */
    public static function isWatched(): bool
    {
        return getenv('ASAN_OPTIONS') !== false || getenv('ORIENTA_VALGRIND') !== false;
    }

    /** There PHP has no limit of memory, and after a fatal error does not free its own. */
    public static function needPlainMemory(PHPUnit\Framework\TestCase $test): void
    {
        if (self::isWatched()) {
            $test->markTestSkipped('needs memory as PHP keeps it');
        }
    }

    /** What a call throws, as "class: message". */
    public static function thrown(callable $call): string
    {
        try {
            $call();
        } catch (Throwable $problem) {
            return $problem::class . ': ' . $problem->getMessage();
        }
        return 'nothing';
    }
}
