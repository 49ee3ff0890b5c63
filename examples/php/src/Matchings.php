<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

/** Matchings of all at once, each with its record and what it takes to make it again. Nothing follows from one. */
final class Matchings
{
    public function __construct(private readonly Database $db, private readonly Documents $documents)
    {
    }

    /** Makes one and keeps it. Returns its id. */
    public function make(Engine $engine, string $account, string $mechanism, string $seed): string
    {
        $record = $engine->match($mechanism, $seed);
        $id = Database::id();
        $this->db->together(function () use ($engine, $account, $mechanism, $seed, $record, $id): void {
            $this->documents->keep($engine->policySha256(), $engine->policyJson());
            $this->documents->keep($engine->registerSha256(), $engine->registerJson());
            $this->db->insert('matchings', ['id' => $id, 'moment' => Database::now(), 'account' => $account,
                'version' => $engine->policyVersion(), 'policy' => $engine->policySha256(),
                'register' => $engine->registerSha256(), 'mechanism' => $mechanism, 'seed' => $seed,
                'households' => count($record['pairs']) + count($record['unmatched']),
                'housed' => count($record['pairs']), 'document' => $record['json']]);
        });
        return $id;
    }

    /** @return list<array<string, mixed>> the latest first, without their records */
    public function all(): array
    {
        return $this->db->all('SELECT id, moment, account, version, mechanism, seed, households, housed,
            document IS NOT NULL AS replayable FROM matchings ORDER BY id DESC');
    }

    /** @return array<string, mixed> throws 404 where there is none, 410 where its people have been purged */
    public function get(string $id): array
    {
        $row = $this->db->one('SELECT * FROM matchings WHERE id = ?', [$id]) ?? throw new HttpError(404);
        return $row['document'] === null ? throw new HttpError(410) : $row;
    }

    /** The library before the policy and the register that it was made from. */
    public function engine(array $matching): Engine
    {
        return Engine::open($this->documents->get($matching['policy']), $this->documents->get($matching['register']));
    }
}
