<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

use PHPUnit\Framework\TestCase;

final class StubsTest extends TestCase
{
    private static function stubs(): string
    {
        return Fixture::path('bindings/php/stubs/orienta.stub.php');
    }

    public function testAreThoseOfTheExtension(): void
    {
        $comments = getenv('ORIENTA_PHP_COMMENTS');
        if (!$comments) {
            $this->markTestSkipped('run by meson alone, which makes the comments');
        }
        $process = proc_open([...Fixture::command(), Fixture::path('bindings/php/stubs.php'), $comments], [1 => ['pipe', 'w']], $pipes);
        $made = stream_get_contents($pipes[1]);
        proc_close($process);
        $this->assertTrue($made === file_get_contents(self::stubs()), 'other than checked in; ./dev docs makes them again');
    }

    /** Read by PHP itself, without the extension: not a word of it is amiss. */
    public function testArePhp(): void
    {
        $process = proc_open([PHP_BINARY, '-n', self::stubs()], [1 => ['pipe', 'w'], 2 => ['redirect', 1]], $pipes);
        $said = stream_get_contents($pipes[1]);
        $this->assertSame(0, proc_close($process), $said);
        $this->assertSame('', $said);
    }

    /** A class has its own text, not its neighbour's. */
    public function testTexts(): void
    {
        $text = file_get_contents(self::stubs());
        $this->assertStringContainsString("/** households, units, services on one day */\nfinal class Register", $text);
        $this->assertStringContainsString("/** what looks wrong in a policy */\nfinal class Lint", $text);
    }
}
