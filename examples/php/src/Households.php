<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

/** The households that an account may see: to it there are no others. */
final class Households
{
    public const PAGE = 25;

    public function __construct(private readonly Database $db, private readonly Account $account)
    {
    }

    /** @return array<string, mixed> with its persons; throws 404 where there is none, or none for this account */
    public function get(string $id): array
    {
        [$where, $values] = $this->account->households();
        $row = $this->db->one("SELECT * FROM households WHERE id = ? AND $where", [$id, ...$values])
            ?? throw new HttpError(404);
        $row['persons'] = $this->db->all('SELECT * FROM persons WHERE household_id = ? ORDER BY birth_date', [$id]);
        return $row;
    }

    /** @return list<string> the ids, in order */
    public function ids(): array
    {
        [$where, $values] = $this->account->households();
        return array_column($this->db->all("SELECT id FROM households WHERE $where ORDER BY id", $values), 'id');
    }

    /**
     * @param array{q: string, situation: string, need: string, referrer: string} $filter
     * @return array{int, list<array<string, mixed>>} how many in all, and those of one page, the longest waiting first
     */
    public function search(array $filter, int $page): array
    {
        [$where, $values] = $this->account->households();
        $like = "LIKE ? ESCAPE '!'";
        foreach ([
            'q' => "(LOWER(id) $like OR LOWER(territory) $like)", 'situation' => 'situation = ?',
            'need' => "needs $like", 'referrer' => 'referrer = ?',
        ] as $name => $condition) {
            if ($filter[$name] !== '') {
                $where .= " AND $condition";
                $value = str_contains($condition, 'LIKE') ? Database::containing($filter[$name]) : $filter[$name];
                array_push($values, ...array_fill(0, substr_count($condition, '?'), $value));
            }
        }
        $n = (int) $this->db->value("SELECT COUNT(*) FROM households WHERE $where", $values);
        $persons = '(SELECT COUNT(*) FROM persons WHERE household_id = households.id) AS persons';
        $rows = $this->db->all("SELECT households.*, $persons FROM households WHERE $where
            ORDER BY request_date, id LIMIT ? OFFSET ?", [...$values, self::PAGE, ($page - 1) * self::PAGE]);
        return [$n, $rows];
    }

    /** @return list<string> who refers them */
    public function referrers(): array
    {
        [$where, $values] = $this->account->households();
        $rows = $this->db->all("SELECT DISTINCT referrer FROM households WHERE $where AND referrer IS NOT NULL
            ORDER BY referrer", $values);
        return array_column($rows, 'referrer');
    }
}
