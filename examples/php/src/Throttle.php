<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

/** How often one may be wrong at the door: five times for a login, twenty from an address, in a quarter of an hour. */
final class Throttle
{
    private const WINDOW = 900;
    private const MOST = ['login' => 5, 'address' => 20];

    public function __construct(private readonly Database $db)
    {
    }

    /** Seconds to wait before the next try; 0 for none. */
    public function wait(string $login, string $address, int $now): int
    {
        $wait = 0;
        foreach (['login' => $login, 'address' => $address] as $column => $value) {
            $row = $this->db->one("SELECT COUNT(*) AS n, MIN(moment) AS first FROM attempts
                WHERE $column = ? AND moment > ?", [$value, $now - self::WINDOW]);
            if ((int) $row['n'] >= self::MOST[$column]) {
                $wait = max($wait, (int) $row['first'] + self::WINDOW - $now);
            }
        }
        return $wait;
    }

    public function miss(string $login, string $address, int $now): void
    {
        $this->db->run('DELETE FROM attempts WHERE moment <= ?', [$now - self::WINDOW]);
        $this->db->insert('attempts', ['id' => Database::id(), 'login' => $login, 'address' => $address,
            'moment' => $now]);
    }

    public function forget(string $login): void
    {
        $this->db->run('DELETE FROM attempts WHERE login = ?', [$login]);
    }
}
