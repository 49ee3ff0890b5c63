<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
// Every public function of the C headers has its place in PHP: a method of the same name, or what covered.php says.
declare(strict_types=1);

use Orienta\{Evidence, Frame, Language};
use PHPUnit\Framework\TestCase;

final class CoverageTest extends TestCase
{
    private const NOUN = '/^typedef struct Orienta(\w+) /m';

    private static function headers(): string
    {
        return implode('', array_map('file_get_contents', glob(Fixture::path('include/orienta/*.h'))));
    }

    private static function camel(string $name): string
    {
        return lcfirst(str_replace('_', '', ucwords($name, '_')));
    }

    /** Whether the function is a method of its noun, or a function of the namespace, by name. */
    private static function isBound(string $function, array $nouns): bool
    {
        foreach ($nouns as $noun => $prefix) {
            if (str_starts_with($function, "orienta_{$prefix}_")) {
                $method = substr($function, strlen("orienta_{$prefix}_"));
                return in_array($method, ['ref', 'unref'], true)
                    || class_exists("Orienta\\$noun") && method_exists("Orienta\\$noun", $method === 'new' ? '__construct' : self::camel($method));
            }
        }
        return function_exists('Orienta\\' . self::camel(substr($function, strlen('orienta_'))));
    }

    public function testEveryPublicFunctionHasItsPlace(): void
    {
        preg_match_all('/\bORIENTA_API\b[^;(]*?\b(orienta_\w+)\s*\(/', self::headers(), $functions);
        preg_match_all(self::NOUN, self::headers(), $nouns);
        $prefixes = [];
        foreach ($nouns[1] as $noun) {
            $prefixes[$noun] = strtolower(preg_replace('/(?<!^)[A-Z]/', '_$0', $noun));
        }
        uasort($prefixes, fn($a, $b) => strlen($b) <=> strlen($a));
        $covered = require __DIR__ . '/covered.php';
        $this->assertGreaterThan(200, count($functions[1]));
        $missing = array_filter($functions[1], fn($name) => !isset($covered[$name]) && !self::isBound($name, $prefixes));
        $this->assertSame([], array_values($missing), 'neither bound nor in covered.php');
        $this->assertSame([], array_diff(array_keys($covered), $functions[1]), 'in covered.php and in no header');
    }

    public function testWhatStandsForAFunctionIsThere(): void
    {
        foreach (require __DIR__ . '/covered.php' as $function => $place) {
            [$name, $column] = explode(' ', "$place ");
            [$class, $method] = explode('::', "$name::");
            $this->assertTrue($method === '' ? function_exists("Orienta\\$class") : method_exists("Orienta\\$class", $method), $function);
            if ($column !== '') {
                $this->assertContains($column, $this->frame($class, $method)->columns(), $function);
            }
        }
    }

    private function frame(string $class, string $method): Frame
    {
        $policy = Fixture::policy();
        $register = Fixture::register($policy);
        $object = match ($class) {
            'Policy' => $policy,
            'Register' => $register,
            'Lint' => $policy->lint(),
            'Verdict' => $policy->judge($register, 'H2', 'U1'),
            'Score' => $policy->score($register, 'H1', 'U1'),
            'Shortlist' => $policy->shortlistUnit($register, 'U1', 3),
            'Pairs' => $policy->pairs($register, Evidence::Declared),
            'Matching' => $policy->match($register),
            'Scenario' => Fixture::scenario(),
            'Simulation' => Fixture::scenario()->simulate($policy, replications: 2),
            'Summary' => Fixture::scenario()->simulate($policy, replications: 2)->summarize(),
            'Events' => Fixture::scenario()->simulate($policy, replications: 1, keepEvents: true)->getEvents(0),
            'Forecast' => Fixture::scenario()->forecast($policy, $register, replications: 2),
            'Reserve' => Fixture::scenario()->reserve($policy, 90, replications: 2),
        };
        $needed = (new ReflectionMethod($object, $method))->getNumberOfRequiredParameters();
        return $object->$method(...array_fill(0, $needed, Language::English));
    }
}
