<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool\Pages;

use CaseTool\Request;
use CaseTool\Response;
use CaseTool\Role;
use CaseTool\Units;

/** The homes, and who comes first for each: all for a coordinator, a prescriber's own, a landlord's proposals. */
final class UnitPages extends Page
{
    private const CANDIDATES = 10;

    public function list(Request $request): Response
    {
        $filter = self::filter($request, 'q', 'kind', 'rooms', 'landlord');
        [$total, $rows] = $this->app->units->search($filter, $request->page());
        $this->app->note('saw-units');
        return $this->app->page('units', [
            'title' => 'units.title', 'filter' => $filter, 'total' => $total, 'rows' => $rows, 'size' => Units::PAGE,
            'landlords' => $this->app->units->landlords(), 'kinds' => $this->app->words->vocabulary('kind'),
        ]);
    }

    public function show(Request $request, string $id): Response
    {
        $unit = $this->app->units->get($id);
        $this->app->note('saw-unit', null, $id);
        $values = ['title' => 'unit.title', 'subject' => $id, 'unit' => $unit,
            'decisions' => $this->app->decisions->ofUnit($id)];
        return $this->app->account->is(Role::Landlord)
            ? $this->app->page('unit-landlord', $values)
            : $this->app->page('unit', $values + $this->candidates($id));
    }

    /** @return array<string, mixed> those at the head of the list that the account may see */
    private function candidates(string $unit): array
    {
        $engine = $this->app->engine();
        $list = $engine->candidates($unit, self::ALL, $this->app->seed());
        $own = $this->app->households->ids();
        $seen = array_filter($list, static fn (array $row): bool => in_array($row['household'], $own, true));
        $shown = $this->withParts(array_slice($seen, 0, self::CANDIDATES));
        $this->app->noteListed($shown, 'household', $unit);
        foreach ($shown as &$candidate) {
            $candidate['file'] = $this->app->households->get($candidate['household']);
        }
        return ['total' => count($list), 'most' => $list[0]['points'] ?? 0, 'candidates' => $shown,
            'next' => $this->app->decisions->next($unit, $list), 'households' => $own,
            'tiers' => $engine->labels('tiers', $this->app->words->language)];
    }
}
