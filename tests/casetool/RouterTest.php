<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

use CaseTool\HttpError;
use CaseTool\Role;
use CaseTool\Router;
use PHPUnit\Framework\TestCase;

final class RouterTest extends TestCase
{
    private static function router(): Router
    {
        return new Router(require __DIR__ . '/../../examples/php/src/routes.php');
    }

    /** Who may come where, written down a second time. */
    public function testWhoMayComeWhere(): void
    {
        $all = ['prescriber', 'coordinator', 'landlord'];
        foreach ([
            'GET /' => $all, 'GET /units' => $all, 'GET /units/U1' => $all, 'GET /decisions' => $all, 'GET /pairs/H1/U1/letter' => $all,
            'GET /households' => ['prescriber', 'coordinator'], 'GET /households/H1' => ['prescriber', 'coordinator'],
            'GET /households/H1/letter' => ['prescriber', 'coordinator'], 'GET /pairs' => ['prescriber', 'coordinator'],
            'GET /pairs/H1/U1' => ['prescriber', 'coordinator'], 'POST /pairs/H1/U1/decisions' => ['coordinator'],
            'GET /policies' => ['coordinator'], 'POST /policies' => ['coordinator'], 'GET /weights' => ['coordinator'],
            'GET /matchings' => ['coordinator'], 'POST /matchings' => ['coordinator'], 'GET /matchings/1' => ['coordinator'],
            'POST /matchings/1/replay' => ['coordinator'], 'GET /matchings/1/record' => ['coordinator'],
            'GET /matchings/1/report' => ['coordinator'], 'GET /audit' => ['coordinator'],
        ] as $address => $roles) {
            [, , $found] = self::router()->find(...explode(' ', $address));
            self::assertSame($roles, array_column($found, 'value'), $address);
        }
    }

    public function testOnlyTheDoorIsOpenToAnyone(): void
    {
        $open = array_filter(require __DIR__ . '/../../examples/php/src/routes.php', static fn (array $route): bool => $route[3] === null);
        self::assertSame(['GET /login', 'POST /login', 'POST /logout', 'POST /language'],
            array_values(array_map(static fn (array $route): string => "$route[0] $route[1]", $open)));
    }

    public function testEveryPageIsThere(): void
    {
        foreach (require __DIR__ . '/../../examples/php/src/routes.php' as [, , [$class, $method]]) {
            self::assertTrue((new ReflectionMethod($class, $method))->isPublic());
        }
    }

    public function testWhatIsNoIdIsNoPage(): void
    {
        foreach (['/households/', '/households/a b', "/households/x'--", '/households/a/b/c', "/units/U1\n", '/units/' . str_repeat('x', 65)] as $path) {
            try {
                self::router()->find('GET', $path);
                self::fail($path);
            } catch (HttpError $error) {
                self::assertSame(404, $error->status, $path);
            }
        }
        $this->expectExceptionObject(new HttpError(405));
        self::router()->find('DELETE', '/units/U1');
    }
}
