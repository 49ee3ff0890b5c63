<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

use DateTimeImmutable;

/**
 * What is kept too long: a household goes two years after the last contact with it (referral, else request, where none
 * is noted). Of decisions and matchings what counts remains, without anybody in it; a register that holds someone who
 * goes is forgotten, and what was made from it can then not be made again.
 */
final class Purge
{
    private const KEPT = '-2 years';

    public function __construct(private readonly Database $db)
    {
    }

    /** @return list<string> who is due on a day, by id */
    public function due(string $day): array
    {
        $limit = (new DateTimeImmutable($day))->modify(self::KEPT)->format('Y-m-d');
        $rows = $this->db->all('SELECT id FROM households WHERE COALESCE(last_contact, referral_date, request_date) < ?
            ORDER BY id', [$limit]);
        return array_column($rows, 'id');
    }

    /** Removes those households. Returns how many registers were forgotten with them. */
    public function run(array $households): int
    {
        return $this->db->together(function () use ($households): int {
            foreach ($households as $id) {
                foreach (['persons', 'outcomes', 'offers'] as $table) {
                    $this->db->run("DELETE FROM $table WHERE household_id = ?", [$id]);
                }
                $this->db->run('UPDATE decisions SET household_id = NULL, why = NULL WHERE household_id = ?', [$id]);
                $this->db->run('UPDATE audit SET household_id = NULL WHERE household_id = ?', [$id]);
                $this->db->run('DELETE FROM households WHERE id = ?', [$id]);
            }
            return $households === [] ? 0 : $this->forget($households);
        });
    }

    private function forget(array $households): int
    {
        $n = 0;
        $rows = $this->db->all('SELECT DISTINCT register FROM matchings WHERE document IS NOT NULL');
        foreach (array_column($rows, 'register') as $sha256) {
            $document = $this->db->value('SELECT document FROM documents WHERE sha256 = ?', [$sha256]);
            $register = json_decode($document, true, flags: JSON_THROW_ON_ERROR);
            if (array_intersect($households, array_column($register['households'], 'id')) !== []) {
                $this->db->run('UPDATE matchings SET document = NULL WHERE register = ?', [$sha256]);
                $this->db->run('DELETE FROM documents WHERE sha256 = ?', [$sha256]);
                $n++;
            }
        }
        return $n;
    }
}
