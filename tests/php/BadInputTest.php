<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
// Every argument of every function is given what it must not be: always an exception, never a crash, a warning or a
// silent conversion.
declare(strict_types=1);

use Orienta\{Assignment, Builder, Choices, Evidence, Language, MatchingReport, Policy, Program, Register, Report};
use PHPUnit\Framework\TestCase;

final class BadInputTest extends TestCase
{
    private array $objects;

    protected function setUp(): void
    {
        $policy = Fixture::policy();
        $register = Fixture::register($policy);
        $matching = $policy->match($register);
        $choices = new Choices([0, 1], [0], [1], [1]);
        $made = [$policy, $register, $matching, $choices, $choices->assign(), $choices->margins($choices->assign()),
            new Program(1), new Builder('2026-11-20'), $policy->judge($register, 'H2', 'U1'),
            $policy->score($register, 'H1', 'U1'), $policy->shortlistUnit($register, 'U1', 2),
            $policy->pairs($register, Evidence::Declared), $policy->lint(), $policy->criteria(),
            new Report($policy, $register, 1, null, Evidence::Declared), new MatchingReport($matching), ...self::futures($policy, $register)];
        if (Orienta\hasHighs()) {
            $made[] = (new Program(1))->solve(10.0);
        }
        foreach ($made as $object) {
            $this->objects[$object::class] = $object;
        }
    }

    private static function futures(Policy $policy, Register $register): array
    {
        $scenario = Fixture::scenario();
        $simulation = $scenario->simulate($policy, replications: 1, keepEvents: true);
        return [$scenario, $simulation, $simulation->getEvents(0), $simulation->summarize(),
            $scenario->forecast($policy, $register, replications: 1), $scenario->reserve($policy, 30, replications: 1)];
    }

    /** @return iterable<string, array{ReflectionFunctionAbstract, callable}> each function and how to call it */
    private function functions(): iterable
    {
        $extension = new ReflectionExtension('orienta');
        foreach ($extension->getFunctions() as $function) {
            yield $function->getName() => [$function, fn($arguments) => $function->invokeArgs($arguments)];
        }
        foreach ($this->objects as $name => $object) {
            foreach ((new ReflectionClass($name))->getMethods(ReflectionMethod::IS_PUBLIC) as $method) {
                yield "$name::{$method->getName()}" => [$method, match (true) {
                    $method->isConstructor() => fn($arguments) => new $name(...$arguments),
                    default => fn($arguments) => $method->invokeArgs($method->isStatic() ? null : $object, $arguments),
                }];
            }
        }
    }

    private function right(ReflectionParameter $parameter): mixed
    {
        $type = ltrim((string) $parameter->getType(), '?');
        return match (true) {
            isset($this->objects[$type]) => $this->objects[$type],
            enum_exists($type) => $type::cases()[0],
            $type === 'string' => ['household' => 'H1', 'unit' => 'U1', 'attribute' => 'unit.kind'][$parameter->getName()] ?? 'x',
            $type === 'int' => ['replications' => 1, 'days' => 1][$parameter->getName()] ?? 0,
            $type === 'float' => 1.0,
            $type === 'bool' => true,
            $type === 'array' => [],
            $type === 'callable' => fn() => null,
            $type === 'mixed' => 0,
        };
    }

    /** What is of another type, by the type. */
    private function wrong(string $type): array
    {
        $other = new stdClass();
        return match ($type) {
            'string' => [1, 1.5, true, [], $other, fopen('php://memory', 'r')],
            'int' => ['0', 0.0, true, [], $other],
            'float' => ['1.0', true, [], $other],
            'bool' => [1, 0, 'true', [], $other],
            'array' => ['[]', 1, $other, new ArrayObject()],
            'callable' => ['nowhere', 1, [], ['a', 'b'], $other],
            default => [1, 'x', true, [], $other, fn() => null, Orienta\Severity::Info, new Exception()],
        };
    }

    /** Of the right type, and yet impossible. */
    private function impossible(string $type): array
    {
        return match ($type) {
            'string' => ["a\0b", "\xff", "\xed\xa0\x80", "\xc0\x80"],
            'float' => [NAN, INF, -INF],
            default => [],
        };
    }

    public function testWrongTypesAreTypeErrors(): void
    {
        foreach ($this->arguments() as [$where, $parameter, $call]) {
            $type = ltrim((string) $parameter->getType(), '?');
            $values = $type === 'mixed' ? [] : $this->wrong($type);
            if ($type !== 'mixed' && !$parameter->getType()->allowsNull()) {
                $values[] = null;
            }
            foreach ($values as $value) {
                $this->assertStringStartsWith("TypeError: $where(): Argument #" . ($parameter->getPosition() + 1)
                    . " (\${$parameter->getName()}) must be ", $call($value), get_debug_type($value));
            }
        }
    }

    public function testImpossibleValuesAreValueErrors(): void
    {
        foreach ($this->arguments() as [$where, $parameter, $call]) {
            foreach ($this->impossible(ltrim((string) $parameter->getType(), '?')) as $value) {
                $this->assertStringStartsWith("ValueError: $where(): Argument #" . ($parameter->getPosition() + 1), $call($value));
            }
        }
    }

    public function testNumbersFarOutAreRefusedOrTaken(): void
    {
        foreach ($this->arguments() as [$where, $parameter, $call]) {
            if (ltrim((string) $parameter->getType(), '?') !== 'int' || $where === 'Orienta\Program::__construct') {
                continue;
            }
            foreach ([-1, PHP_INT_MIN, PHP_INT_MAX, 1 << 32] as $value) {
                $this->assertMatchesRegularExpression('/^(ValueError|Orienta\\\\\w+Exception|nothing)/', $call($value), $where);
            }
        }
    }

    public function testCountsOfArgumentsAreChecked(): void
    {
        foreach ($this->functions() as $where => [$function, $call]) {
            $arguments = array_map(fn($p) => $this->right($p), $function->getParameters());
            $this->assertStringStartsWith("ArgumentCountError: $where() expects ",
                Fixture::thrown(fn() => $call([...array_values($arguments), 1])));
            if ($function->getNumberOfRequiredParameters() > 0) {
                $this->assertStringStartsWith("ArgumentCountError: $where() expects ", Fixture::thrown(fn() => $call([])));
            }
        }
    }

    /** @return iterable<array{string, ReflectionParameter, callable}> each argument, and what a call throws that gives it */
    private function arguments(): iterable
    {
        foreach ($this->functions() as $where => [$function, $call]) {
            $right = array_map(fn($p) => $this->right($p), $function->getParameters());
            foreach ($function->getParameters() as $parameter) {
                yield [$where, $parameter, function ($value) use ($call, $right, $parameter) {
                    $right[$parameter->getPosition()] = $value;
                    return Fixture::thrown(fn() => $call(array_slice($right, 0, max($parameter->getPosition() + 1,
                        $parameter->getDeclaringFunction()->getNumberOfRequiredParameters()))));
                }];
            }
        }
    }
}
