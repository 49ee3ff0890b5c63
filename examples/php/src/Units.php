<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

/** The homes that an account may see: to it there are no others. */
final class Units
{
    public const PAGE = 25;

    public function __construct(private readonly Database $db, private readonly Account $account)
    {
    }

    /** @return array<string, mixed> throws 404 where there is none, or none for this account */
    public function get(string $id): array
    {
        [$where, $values] = $this->account->units();
        return $this->db->one("SELECT * FROM units WHERE id = ? AND $where", [$id, ...$values])
            ?? throw new HttpError(404);
    }

    /** @return array<string, array<string, mixed>> all of them, by id and in its order */
    public function all(): array
    {
        [$where, $values] = $this->account->units();
        return array_column($this->db->all("SELECT * FROM units WHERE $where ORDER BY id", $values), null, 'id');
    }

    /**
     * @param array{q: string, kind: string, rooms: string, landlord: string} $filter rooms: at least so many
     * @return array{int, list<array<string, mixed>>} how many in all, and those of one page, the first to be free first
     */
    public function search(array $filter, int $page): array
    {
        [$where, $values] = $this->account->units();
        foreach ([
            'q' => "(LOWER(id) LIKE ? ESCAPE '!' OR LOWER(territory) LIKE ? ESCAPE '!')", 'kind' => 'kind = ?',
            'rooms' => 'rooms >= ?', 'landlord' => 'landlord = ?',
        ] as $name => $condition) {
            if ($filter[$name] !== '') {
                $where .= " AND $condition";
                $value = $name === 'q' ? Database::containing($filter['q']) : $filter[$name];
                array_push($values, ...array_fill(0, substr_count($condition, '?'), $value));
            }
        }
        $n = (int) $this->db->value("SELECT COUNT(*) FROM units WHERE $where", $values);
        $rows = $this->db->all("SELECT * FROM units WHERE $where ORDER BY available_from, id LIMIT ? OFFSET ?",
            [...$values, self::PAGE, ($page - 1) * self::PAGE]);
        return [$n, $rows];
    }

    /** @return list<string> who lets them */
    public function landlords(): array
    {
        [$where, $values] = $this->account->units();
        $rows = $this->db->all("SELECT DISTINCT landlord FROM units WHERE $where AND landlord IS NOT NULL
            ORDER BY landlord", $values);
        return array_column($rows, 'landlord');
    }
}
