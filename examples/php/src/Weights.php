<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

/** The weights of a policy as a form has them: those in force, and what somebody wrote over them. */
final class Weights
{
    /** @var array<string, array{label: string, points: float}> by criterion */
    private readonly array $criteria;

    /**
     * @param array<string, array<string, array{label: string, points: float}>> $groups Engine::weights()
     * @param array<string, string> $written by criterion; a decimal comma is one too
     */
    public function __construct(public readonly array $groups, private readonly array $written = [])
    {
        $this->criteria = array_replace([], ...array_values($groups));
    }

    /** What stands in the field of a criterion. */
    public function written(string $criterion): string
    {
        return strtr($this->written[$criterion] ?? $this->present($criterion), ',', '.');
    }

    private function present(string $criterion): string
    {
        return (string) $this->criteria[$criterion]['points'];
    }

    /** @return list<string> the criteria whose field holds no number of points: a decimal of at most three places */
    public function wrong(): array
    {
        return array_values(array_filter(array_keys($this->criteria), fn (string $criterion): bool =>
            preg_match('/^-?\d{1,6}(\.\d{1,3})?$/D', $this->written($criterion)) !== 1));
    }

    /** @return array<string, array{string, string}> of each criterion that is changed: its points before and after */
    public function changes(): array
    {
        $changes = [];
        foreach (array_keys($this->criteria) as $criterion) {
            if ((float) $this->written($criterion) !== (float) $this->present($criterion)) {
                $changes[$criterion] = [$this->present($criterion), $this->written($criterion)];
            }
        }
        return $changes;
    }

    /** @return array<string, string> the new points of those */
    public function points(): array
    {
        return array_map(static fn (array $change): string => $change[1], $this->changes());
    }

    /** @return array<string, string> the name of each criterion */
    public function labels(): array
    {
        return array_map(static fn (array $criterion): string => $criterion['label'], $this->criteria);
    }
}
