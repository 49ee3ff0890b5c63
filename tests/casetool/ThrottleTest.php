<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

use CaseTool\Throttle;
use PHPUnit\Framework\TestCase;

final class ThrottleTest extends TestCase
{
    public function testFiveTriesForALoginInAQuarterOfAnHour(): void
    {
        $throttle = new Throttle(Store::empty());
        for ($now = 0; $now < 5; $now++) {
            self::assertSame(0, $throttle->wait('me', '::1', $now));
            $throttle->miss('me', '::1', $now);
        }
        self::assertSame(890, $throttle->wait('me', '::2', 10), 'from wherever');
        self::assertSame(0, $throttle->wait('you', '::1', 10));
        self::assertSame(0, $throttle->wait('me', '::1', 900), 'the first is a quarter of an hour ago');
        $throttle->miss('me', '::1', 900);
        $throttle->forget('me');
        self::assertSame(0, $throttle->wait('me', '::1', 900));
    }

    public function testTwentyTriesFromAnAddress(): void
    {
        $throttle = new Throttle(Store::empty());
        for ($i = 0; $i < 20; $i++) {
            self::assertSame(0, $throttle->wait("login$i", '::1', 0));
            $throttle->miss("login$i", '::1', 0);
        }
        self::assertSame(900, $throttle->wait('login99', '::1', 0));
        self::assertSame(0, $throttle->wait('login99', '::2', 0));
    }
}
