<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

/** All households, units and services of the database on one day, as one document for the library (docs/data.md). */
final class Register
{
    public const TABLES = ['territories', 'households', 'persons', 'units', 'services', 'outcomes', 'offers'];

    public function __construct(private readonly Database $db)
    {
    }

    /** The day it describes: today, unless a day is set (the demonstration's never moves). */
    public function day(): string
    {
        return $this->db->value("SELECT value FROM settings WHERE name = 'day'") ?? date('Y-m-d');
    }

    /** @return array<string, mixed> */
    public function toArray(): array
    {
        $document = ['orienta' => 1, 'as_of' => $this->day()];
        foreach (self::TABLES as $table) {
            $document[$table] = array_map(Columns::member(...), $this->db->all("SELECT * FROM $table"));
        }
        $persons = [];
        foreach ($document['persons'] as $person) {
            $household = $person['household_id'];
            unset($person['household_id']);
            $persons[$household][] = $person;
        }
        unset($document['persons']);
        foreach ($document['households'] as &$household) {
            if (isset($persons[$household['id']])) {
                $household['persons'] = $persons[$household['id']];
            }
            if (($household['verified'] ?? null) === ['all']) {
                $household['verified'] = 'all';
            }
        }
        return $document;
    }

    /** Adds a file of the CSV form to its table. */
    public function import(string $table, string $file): int
    {
        $stream = fopen($file, 'r');
        $columns = fgetcsv($stream, null, ',', '"', '');
        $n = 0;
        while (($cells = fgetcsv($stream, null, ',', '"', '')) !== false) {
            $this->db->insert($table, array_combine($columns, array_map(Columns::read(...), $columns, $cells)));
            $n++;
        }
        fclose($stream);
        return $n;
    }
}
