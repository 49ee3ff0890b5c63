<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

/** Policies and registers in their canonical form, under their SHA-256: what a record names can be found again. */
final class Documents
{
    public function __construct(private readonly Database $db)
    {
    }

    public function keep(string $sha256, string $document): void
    {
        if (!$this->has($sha256)) {
            $this->db->insert('documents', ['sha256' => $sha256, 'document' => $document]);
        }
    }

    public function has(string $sha256): bool
    {
        return $this->db->value('SELECT 1 FROM documents WHERE sha256 = ?', [$sha256]) !== null;
    }

    /** Throws 404 where it is no longer kept. */
    public function get(string $sha256): string
    {
        return $this->db->value('SELECT document FROM documents WHERE sha256 = ?', [$sha256])
            ?? throw new HttpError(404);
    }
}
