<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

use CaseTool\Request;
use PHPUnit\Framework\TestCase;

final class RequestTest extends TestCase
{
    public function testAValueIsPlainText(): void
    {
        $request = new Request('GET', '/x', ['a' => " b\0c\u{200B}\n ", 'list' => ['b'], 'bad' => "\xFF", 'long' => str_repeat('é', 200),
            'page' => '3'], ['a' => 'form', 'w' => ['dalo' => '1', 'deep' => ['2']]]);
        self::assertSame("bc", $request->query('a'));
        self::assertSame(['', '', ''], [$request->query('list'), $request->query('bad'), $request->query('none')]);
        self::assertSame(100, mb_strlen($request->query('long')));
        self::assertSame('form', $request->form('a'));
        self::assertSame(['dalo' => '1', 'deep' => ''], $request->texts('w'));
        self::assertSame(3, $request->page());
    }

    public function testItsAddressAgain(): void
    {
        $request = new Request('GET', '/units', ['q' => 'a&b', 'kind' => '', 'page' => '2']);
        self::assertSame('/units?page=3&q=a%26b', $request->address(['page' => '3']));
        self::assertSame('/units?q=a%26b', $request->address(['page' => '']));
        self::assertSame([1, 1, 100000], array_map(static fn (string $page): int =>
            (new Request('GET', '/', ['page' => $page]))->page(), ['-4', 'x', '999999']));
    }
}
