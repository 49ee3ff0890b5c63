<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

/** The policies that were adopted, each with who and why. The last one is in force; none is ever changed. */
final class Policies
{
    public function __construct(private readonly Database $db, private readonly Documents $documents)
    {
    }

    /** @return array<string, mixed> the line of the policy in force */
    public function current(): array
    {
        return $this->db->one('SELECT * FROM policies ORDER BY id DESC LIMIT 1') ?? throw new HttpError(503);
    }

    public function document(): string
    {
        return $this->documents->get($this->current()['sha256']);
    }

    /** @return list<array<string, mixed>> the latest first */
    public function all(): array
    {
        return $this->db->all('SELECT * FROM policies ORDER BY id DESC');
    }

    public function hasVersion(string $version): bool
    {
        return $this->db->value('SELECT 1 FROM policies WHERE version = ?', [$version]) !== null;
    }

    /** @param array<string, array{string, string}> $changes of each criterion: its points before and after */
    public function adopt(Engine $engine, string $account, string $why, array $changes): void
    {
        $this->db->together(function () use ($engine, $account, $why, $changes): void {
            $this->documents->keep($engine->policySha256(), $engine->policyJson());
            $this->db->insert('policies', ['id' => Database::id(), 'version' => $engine->policyVersion(),
                'sha256' => $engine->policySha256(), 'moment' => Database::now(), 'account' => $account, 'why' => $why,
                'changes' => json_encode($changes, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE)]);
        });
    }
}
