<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

use CaseTool\Language;
use CaseTool\Session;
use PHPUnit\Framework\TestCase;

final class SessionTest extends TestCase
{
    public function testATokenIsOneSessionsOwn(): void
    {
        $values = $others = [];
        $session = new Session($values);
        self::assertFalse($session->isToken(''), 'before there is one, nothing is it');
        $token = $session->token();
        self::assertSame(64, strlen($token));
        self::assertSame($token, $session->token());
        self::assertTrue($session->isToken($token));
        self::assertFalse($session->isToken(''));
        self::assertFalse($session->isToken(substr($token, 1)));
        self::assertFalse($session->isToken((new Session($others))->token()));
        $session->enter('1', 0);
        self::assertFalse($session->isToken($token), 'who signs in gets another');
    }

    public function testItEnds(): void
    {
        $values = [];
        $session = new Session($values);
        $session->speak(Language::English);
        $session->enter('1', 0);
        $session->age(1800);
        self::assertSame('1', $session->account());
        $session->age(3601);
        self::assertNull($session->account(), 'after half an hour without a word');
        self::assertSame(Language::English, $session->language(), 'its tongue stays');
        $session->enter('1', 0);
        for ($now = 1000; $now <= 36000; $now += 1000) {
            $session->age($now);
        }
        self::assertSame('1', $session->account());
        $session->age(36001);
        self::assertNull($session->account(), 'after ten hours in any case');
    }

    public function testANoteIsReadOnce(): void
    {
        $values = [];
        $session = new Session($values);
        $session->note('note.decided');
        self::assertSame(['note.decided', null], [$session->takeNote(), $session->takeNote()]);
    }
}
