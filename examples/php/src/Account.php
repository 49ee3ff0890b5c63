<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

/** Who is there, and which lines of the tables that is good for. The only place that says who sees whom. */
final class Account
{
    public function __construct(
        public readonly string $id,
        public readonly string $login,
        public readonly string $name,
        public readonly Role $role,
        public readonly ?string $scope,
    ) {
    }

    public function is(Role ...$roles): bool
    {
        return in_array($this->role, $roles, true);
    }

    /** @return array{string, list<string>} a condition on the table households, with its values */
    public function households(): array
    {
        return match ($this->role) {
            Role::Coordinator => ['1 = 1', []],
            Role::Prescriber => ['households.referrer = ?', [(string) $this->scope]],
            Role::Landlord => ['1 = 0', []],
        };
    }

    /** @return array{string, list<string>} a condition on the table units, with its values */
    public function units(): array
    {
        return match ($this->role) {
            Role::Coordinator, Role::Prescriber => ['1 = 1', []],
            Role::Landlord => ['units.landlord = ?', [(string) $this->scope]],
        };
    }
}
