<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

/** What the cells of the register's tables are (docs/data.md), on the way in from CSV and out to the library. */
final class Columns
{
    private const TYPES = [
        'adults' => 'whole', 'children' => 'whole', 'births_expected' => 'whole', 'rooms_now' => 'whole',
        'rooms' => 'whole', 'places' => 'whole', 'min_age' => 'whole', 'max_age' => 'whole',
        'income_year' => 'decimal', 'income_month' => 'decimal', 'rent_now' => 'decimal', 'surface_now' => 'decimal',
        'surface' => 'decimal', 'rent' => 'decimal', 'charges' => 'decimal', 'housing_aid' => 'decimal',
        'value' => 'decimal',
        'pets' => 'truth', 'qpv' => 'truth', 'onsite_support' => 'truth', 'disability' => 'truth',
        'needs' => 'list', 'priority' => 'list', 'wants_territories' => 'list', 'avoids_territories' => 'list',
        'wants_kinds' => 'list', 'refuses_kinds' => 'list', 'territories' => 'list', 'slots' => 'list',
        'verified' => 'list',
    ];

    /** A cell of a CSV file as it is kept in a table: null where it is empty. */
    public static function read(string $column, string $cell): string|int|null
    {
        return match (true) {
            $cell === '' => null,
            (self::TYPES[$column] ?? '') === 'truth' => (int) ($cell === 'true'),
            default => $cell,
        };
    }

    /** A line of a table as the library takes it: what is not known is left out. @return array<string, mixed> */
    public static function member(array $row): array
    {
        $member = [];
        foreach ($row as $column => $value) {
            if ($value !== null) {
                $member[$column] = match (self::TYPES[$column] ?? '') {
                    'whole' => (int) $value,
                    'decimal' => (float) $value,
                    'truth' => (bool) $value,
                    'list' => explode('|', $value),
                    default => $value,
                };
            }
        }
        return $member;
    }
}
