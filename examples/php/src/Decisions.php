<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

/** What persons decided: a household is proposed for a home, or set aside for it; who, when, why, against what. */
final class Decisions
{
    public const KINDS = ['propose', 'set_aside'];

    public function __construct(private readonly Database $db, private readonly Account $account)
    {
    }

    /**
     * What the engine would do with a home next: the first of its list about whom nothing was decided for that home.
     *
     * @param list<array<string, mixed>> $list all candidates, by rank
     */
    public function next(string $unit, array $list): ?string
    {
        $decided = array_column($this->ofUnit($unit), 'household_id');
        foreach ($list as $candidate) {
            if (!in_array($candidate['household'], $decided, true)) {
                return $candidate['household'];
            }
        }
        return null;
    }

    /**
     * Whether a decision departs from what is proposed: another household than the next one, or someone set aside who
     * is on the list. Such a decision says why.
     *
     * @param list<array<string, mixed>> $list all candidates, by rank
     */
    public function departs(string $kind, string $household, string $unit, array $list): bool
    {
        $listed = in_array($household, array_column($list, 'household'), true);
        return $kind === 'propose' ? $this->next($unit, $list) !== $household : $listed;
    }

    /** @param array<string, scalar|null> $decision the columns of the table, but for id, moment and account */
    public function add(array $decision): void
    {
        $who = ['id' => Database::id(), 'moment' => Database::now(), 'account' => $this->account->login];
        $this->db->insert('decisions', $who + $decision);
    }

    /** @return list<array<string, mixed>> the latest first */
    public function ofHousehold(string $household): array
    {
        return $this->db->all($this->select('household_id = ?'), [$household, ...$this->values()]);
    }

    /** @return list<array<string, mixed>> the latest first */
    public function ofUnit(string $unit): array
    {
        return $this->db->all($this->select('unit_id = ?'), [$unit, ...$this->values()]);
    }

    /** @return list<array<string, mixed>> the latest first */
    public function ofPair(string $household, string $unit): array
    {
        $sql = $this->select('household_id = ? AND unit_id = ?');
        return $this->db->all($sql, [$household, $unit, ...$this->values()]);
    }

    /** @return list<array<string, mixed>> the latest first */
    public function all(int $most): array
    {
        return $this->db->all($this->select('1 = 1') . ' LIMIT ?', [...$this->values(), $most]);
    }

    /** @return array<string, list<string>> the homes that each household stands proposed for */
    public function proposed(): array
    {
        $homes = [];
        $latest = [];
        foreach ($this->db->all($this->select('household_id IS NOT NULL'), $this->values()) as $row) {
            $latest["$row[household_id] $row[unit_id]"] ??= $row;
        }
        foreach ($latest as $row) {
            if ($row['kind'] === 'propose') {
                $homes[$row['household_id']][] = $row['unit_id'];
            }
        }
        return $homes;
    }

    /** Whether a household stands proposed for a home: the last that was decided of the two. */
    public function isProposed(string $household, string $unit): bool
    {
        return ($this->ofPair($household, $unit)[0]['kind'] ?? null) === 'propose';
    }

    /**
     * A coordinator reads all, a prescriber what is about its households. A landlord reads which households stand
     * proposed for its homes: not why, for which a person may have written anything, nor where they stood on a list.
     */
    private function select(string $where): string
    {
        $own = 'SELECT id FROM households WHERE ' . $this->account->households()[0];
        $homes = 'SELECT id FROM units WHERE ' . $this->account->units()[0];
        $latest = 'NOT EXISTS (SELECT 1 FROM decisions later WHERE later.household_id = decisions.household_id
            AND later.unit_id = decisions.unit_id AND later.id > decisions.id)';
        [$columns, $seen] = match ($this->account->role) {
            Role::Coordinator => ['*', '1 = 1'],
            Role::Prescriber => ['*', "household_id IN ($own)"],
            Role::Landlord => ['id, moment, household_id, unit_id, kind', "kind = 'propose' AND household_id IS NOT NULL
                AND unit_id IN ($homes) AND $latest"],
        };
        return "SELECT $columns FROM decisions WHERE $where AND $seen ORDER BY id DESC";
    }

    /** @return list<string> */
    private function values(): array
    {
        return match ($this->account->role) {
            Role::Coordinator => [],
            Role::Prescriber => $this->account->households()[1],
            Role::Landlord => $this->account->units()[1],
        };
    }
}
