<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

/** Where the data are: from the environment, else from config.php beside the README, else a file of SQLite. */
final class Config
{
    public function __construct(
        public readonly string $dsn,
        public readonly ?string $user = null,
        public readonly ?string $password = null,
    ) {
    }

    public static function load(): self
    {
        $file = dirname(__DIR__) . '/config.php';
        $set = is_file($file) ? require $file : [];
        $read = static fn (string $name): ?string => getenv($name) !== false ? getenv($name) : ($set[$name] ?? null);
        return new self(
            $read('CASETOOL_DSN') ?? 'sqlite:' . dirname(__DIR__) . '/var/case.sqlite',
            $read('CASETOOL_USER'),
            $read('CASETOOL_PASSWORD'),
        );
    }
}
