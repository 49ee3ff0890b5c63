<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

use PDO;
use PDOStatement;

/** Prepared statements, and nothing else: a value never becomes a part of SQL. */
final class Database
{
    private readonly PDO $pdo;

    public function __construct(Config $config)
    {
        $this->pdo = new PDO($config->dsn, $config->user, $config->password, [
            PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION,
            PDO::ATTR_DEFAULT_FETCH_MODE => PDO::FETCH_ASSOC,
            PDO::ATTR_EMULATE_PREPARES => false,
        ]);
        if ($this->driver() === 'sqlite') {
            $this->pdo->exec('PRAGMA foreign_keys = ON');
            $this->pdo->exec('PRAGMA busy_timeout = 5000');
            $this->pdo->exec('PRAGMA secure_delete = ON'); // what is purged is overwritten
        }
    }

    private function driver(): string
    {
        return $this->pdo->getAttribute(PDO::ATTR_DRIVER_NAME);
    }

    /** Makes the tables of schema.sql, in an empty database. */
    public function create(): void
    {
        $sql = (string) file_get_contents(__DIR__ . '/schema.sql');
        if ($this->driver() === 'mysql') {
            $sql = str_replace('document TEXT', 'document LONGTEXT', $sql); // its TEXT ends at 64 KiB
        }
        foreach (preg_split('/;$/m', trim($sql, " ;\n")) as $statement) {
            $this->pdo->exec($statement);
        }
    }

    /** @param array<int|string, scalar|null> $values */
    public function run(string $sql, array $values = []): PDOStatement
    {
        $statement = $this->pdo->prepare($sql);
        $statement->execute($values);
        return $statement;
    }

    /** @return list<array<string, mixed>> */
    public function all(string $sql, array $values = []): array
    {
        return $this->run($sql, $values)->fetchAll();
    }

    /** @return array<string, mixed>|null */
    public function one(string $sql, array $values = []): ?array
    {
        return $this->run($sql, $values)->fetch() ?: null;
    }

    /** The first column of the first line, or null. */
    public function value(string $sql, array $values = []): mixed
    {
        $value = $this->run($sql, $values)->fetchColumn();
        return $value === false ? null : $value;
    }

    /** @param array<string, scalar|null> $row whose keys, as $table, are the program's own words */
    public function insert(string $table, array $row): void
    {
        $names = implode(', ', array_keys($row));
        $marks = implode(', ', array_fill(0, count($row), '?'));
        $this->run("INSERT INTO $table ($names) VALUES ($marks)", array_values($row));
    }

    /** All of $work, or nothing of it. */
    public function together(callable $work): mixed
    {
        $this->pdo->beginTransaction();
        try {
            $result = $work();
            $this->pdo->commit();
            return $result;
        } catch (\Throwable $error) {
            $this->pdo->rollBack();
            throw $error;
        }
    }

    /** An id that sorts by the time it was given: 14 digits of microseconds, then chance. */
    public static function id(): string
    {
        return sprintf('%014x', (int) (microtime(true) * 1e6)) . bin2hex(random_bytes(5));
    }

    /** Now, as it is kept: 2026-11-20T09:30:00Z. */
    public static function now(): string
    {
        return gmdate('Y-m-d\TH:i:s\Z');
    }

    /** A pattern for LIKE … ESCAPE '!' that finds $text anywhere. */
    public static function containing(string $text): string
    {
        return '%' . preg_replace('/[!%_]/', '!$0', mb_strtolower($text)) . '%';
    }
}
