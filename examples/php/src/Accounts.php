<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

/** Who may come in. */
final class Accounts
{
    public function __construct(private readonly Database $db)
    {
    }

    public function add(string $login, string $password, string $name, Role $role, ?string $scope): void
    {
        $this->db->insert('accounts', ['id' => Database::id(), 'login' => $login, 'password' => self::hash($password),
            'name' => $name, 'role' => $role->value, 'scope' => $scope]);
    }

    public function find(string $id): ?Account
    {
        $row = $this->db->one('SELECT * FROM accounts WHERE id = ?', [$id]);
        return $row === null ? null : self::make($row);
    }

    public function has(string $login): bool
    {
        return $this->db->value('SELECT 1 FROM accounts WHERE login = ?', [$login]) !== null;
    }

    /** The account whose login and password these are. An unknown login takes as long as a wrong password. */
    public function recognise(string $login, string $password): ?Account
    {
        $row = $this->db->one('SELECT * FROM accounts WHERE login = ?', [$login]);
        if ($row === null) {
            self::hash($password);
            return null;
        }
        if (!password_verify($password, $row['password'])) {
            return null;
        }
        if (password_needs_rehash($row['password'], PASSWORD_DEFAULT)) {
            $this->db->run('UPDATE accounts SET password = ? WHERE id = ?', [self::hash($password), $row['id']]);
        }
        return self::make($row);
    }

    private static function hash(string $password): string
    {
        return password_hash($password, PASSWORD_DEFAULT);
    }

    private static function make(array $row): Account
    {
        return new Account($row['id'], $row['login'], $row['name'], Role::from($row['role']), $row['scope']);
    }
}
