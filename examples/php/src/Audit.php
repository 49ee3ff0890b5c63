<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

/** Who saw and decided what. Ids only: no value of a file stands in it. */
final class Audit
{
    public const PAGE = 50;

    /** What can stand in it, each with its sentence "audit.ACTION". */
    public const ACTIONS = ['entered', 'refused', 'left', 'saw-household', 'saw-listed', 'saw-units', 'saw-unit',
        'saw-pair', 'saw-letter', 'decided', 'tried-weights', 'adopted', 'matched', 'replayed', 'took-record',
        'saw-matching', 'purged'];

    private const FILTERS = ['account' => 'account', 'action' => 'action', 'household' => 'household_id',
        'unit' => 'unit_id'];

    public function __construct(private readonly Database $db)
    {
    }

    public function add(
        string $account,
        string $action,
        ?string $household = null,
        ?string $unit = null,
        ?string $detail = null,
    ): void {
        assert(in_array($action, self::ACTIONS, true));
        $this->db->insert('audit', ['id' => Database::id(), 'moment' => Database::now(), 'account' => $account,
            'action' => $action, 'household_id' => $household, 'unit_id' => $unit, 'detail' => $detail]);
    }

    /** One line for each household that stood in a list. @param list<string> $households */
    public function addListed(string $account, array $households, ?string $unit): void
    {
        $this->db->together(function () use ($account, $households, $unit): void {
            foreach ($households as $household) {
                $this->add($account, 'saw-listed', $household, $unit);
            }
        });
    }

    /**
     * @param array{account: string, action: string, household: string, unit: string} $filter
     * @return array{int, list<array<string, mixed>>} how many in all, and those of one page, the latest first
     */
    public function search(array $filter, int $page): array
    {
        $where = '1 = 1';
        $values = [];
        foreach (self::FILTERS as $name => $column) {
            if ($filter[$name] !== '') {
                $where .= " AND $column = ?";
                $values[] = $filter[$name];
            }
        }
        $n = (int) $this->db->value("SELECT COUNT(*) FROM audit WHERE $where", $values);
        $rows = $this->db->all("SELECT * FROM audit WHERE $where ORDER BY id DESC LIMIT ? OFFSET ?",
            [...$values, self::PAGE, ($page - 1) * self::PAGE]);
        return [$n, $rows];
    }
}
