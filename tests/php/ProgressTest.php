<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
// A long call tells a callable how far it is, and ends when it must: cancelled, by an exception, with the request.
declare(strict_types=1);

use Orienta\{CancelledException, Evidence, Policy, Register};
use PHPUnit\Framework\TestCase;

final class ProgressTest extends TestCase
{

    private Policy $policy;
    private Register $register;

    protected function setUp(): void
    {
        [$this->policy, $this->register] = Fixture::artois();
    }

    private function match(callable $progress): void
    {
        $this->policy->match($this->register, progress: $progress);
    }

    public function testTellsStageDoneAndTotal(): void
    {
        $told = [];
        $this->match(function (string $stage, int $done, int $total) use (&$told) {
            $told[] = [$stage, $done, $total];
        });
        $this->assertNotSame([], $told);
        foreach ($told as [$stage, $done, $total]) {
            $this->assertMatchesRegularExpression('/^[a-z]/', $stage);
            $this->assertTrue($done >= 0 && $total >= 0);
        }
    }

    public function testIsCancelledByFalseAndLeavesAllUsable(): void
    {
        try {
            $this->match(fn() => false);
            $this->fail('it went on');
        } catch (CancelledException $problem) {
            $this->assertSame(Orienta\ErrorCode::Cancelled->value, $problem->getCode());
        }
        $this->assertCount(186, $this->policy->match($this->register, progress: fn() => null)); // null is not false
    }

    public function testPassesOnWhatTheCallableThrows(): void
    {
        $this->assertSame('DivisionByZeroError: Division by zero', Fixture::thrown(fn() => $this->match(fn() => intdiv(1, 0))));
        $this->assertSame('LogicException: enough', Fixture::thrown(fn() => $this->match(function () {
            throw new LogicException('enough');
        })));
    }

    public function testMayCallTheLibraryItself(): void
    {
        $nested = null;
        $this->match(function () use (&$nested) {
            $nested ??= $this->policy->match($this->register)->toJson();
        });
        $this->assertTrue($this->policy->match($this->register)->toJson() === $nested);
    }

    public function testMayLeaveAFiberForEver(): void
    {
        $fiber = new Fiber(fn() => $this->match(fn() => Fiber::suspend('paused')));
        $this->assertSame('paused', $fiber->start());
        unset($fiber); // it unwinds through the library
        $this->assertCount(186, $this->policy->match($this->register));
    }

    public function testRefusesWhatCannotBeCalled(): void
    {
        $this->assertSame('TypeError: Orienta\Policy::pairs(): Argument #4 ($progress) must be a valid callback or null, '
            . 'function "nowhere" not found or invalid function name',
            Fixture::thrown(fn() => $this->policy->pairs($this->register, Evidence::Declared, progress: 'nowhere')));
    }

    public function testEndsWithExit(): void
    {
        $code = 'register_shutdown_function(function () { echo "shut down"; });' . self::MATCH . '$match(function () { exit(7); });';
        $this->assertSame([7, 'shut down'], Fixture::apart($code));
    }

    private const MATCH = '[$policy, $register] = Fixture::artois();
        $match = fn($progress = null) => $policy->match($register, progress: $progress);';

    public function testEndsWithAFatalError(): void
    {
        Fixture::needPlainMemory($this);
        $code = 'register_shutdown_function(function () { echo "shut down"; });' . self::MATCH
            . '$match(function () { str_repeat("x", 1 << 30); });';
        [$status, $output] = Fixture::apart($code, '-d', 'memory_limit=128M');
        $this->assertSame(255, $status);
        $this->assertMatchesRegularExpression('/Fatal error: Allowed memory size of \d+ bytes exhausted.*shut down$/s', $output);
    }

    public function testEndsWithTheTimeLimit(): void
    {
        Fixture::needPlainMemory($this);
        $code = 'register_shutdown_function(function () { echo "shut down"; });' . self::MATCH
            . 'set_time_limit(1); while (true) $policy->match($register, prices: Orienta\Prices::All);';
        [$status, $output] = Fixture::apart($code, '-d', 'hard_timeout=5');
        $this->assertSame(255, $status);
        $this->assertMatchesRegularExpression('/Fatal error: Maximum execution time of 1 second exceeded.*shut down$/s', $output);
    }

    public function testHearsSignals(): void
    {
        if (!extension_loaded('pcntl')) {
            $this->markTestSkipped('without pcntl');
        }
        pcntl_async_signals(true);
        $heard = false;
        pcntl_signal(SIGALRM, function () use (&$heard) {
            $heard = true;
        });
        posix_kill(getmypid(), SIGALRM);
        $this->match(fn() => null);
        $this->assertTrue($heard);
        pcntl_signal(SIGALRM, SIG_DFL);
    }
}
