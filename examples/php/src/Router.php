<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

/** Which page an address is, and for whom. Everything that is there is in the table of routes.php. */
final class Router
{
    /** An id of the register, as docs/data.md has it. */
    private const ID = '[A-Za-z0-9._:-]{1,64}';

    /** @param list<array{string, string, array{class-string, string}, list<Role>|null}> $routes roles null: anyone */
    public function __construct(private readonly array $routes)
    {
    }

    /** @return array{array{class-string, string}, list<string>, list<Role>|null} page, ids in the address, roles */
    public function find(string $method, string $path): array
    {
        $known = false;
        foreach ($this->routes as [$wanted, $pattern, $page, $roles]) {
            $expression = '#^' . preg_replace('/\{[a-z]+\}/', '(' . self::ID . ')', $pattern) . '$#D';
            if (preg_match($expression, $path, $found) !== 1) {
                continue;
            }
            if ($wanted === $method || ($wanted === 'GET' && $method === 'HEAD')) {
                return [$page, array_slice($found, 1), $roles];
            }
            $known = true;
        }
        throw new HttpError($known ? 405 : 404);
    }
}
