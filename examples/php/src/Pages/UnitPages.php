<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool\Pages;

use CaseTool\Request;
use CaseTool\Response;
use CaseTool\Role;
use CaseTool\Units;

/** The homes, and who comes first for each: all of them for a coordinator, a prescriber's own, or who was proposed to a landlord. */
final class UnitPages extends Page
{
    private const CANDIDATES = 10;

    public function list(Request $request): Response
    {
        $filter = self::filter($request, 'q', 'kind', 'rooms', 'landlord');
        [$total, $rows] = $this->app->units->search($filter, $request->page());
        $this->app->note('saw-units');
        return $this->app->page($request, 'units', ['title' => 'units.title', 'filter' => $filter, 'total' => $total,
            'rows' => $rows, 'size' => Units::PAGE, 'landlords' => $this->app->units->landlords(),
            'kinds' => $this->app->words->vocabulary('kind')]);
    }

    public function show(Request $request, string $id): Response
    {
        $unit = $this->app->units->get($id);
        $this->app->note('saw-unit', null, $id);
        $values = ['title' => 'unit.title', 'subject' => $id, 'unit' => $unit, 'decisions' => $this->app->decisions->ofUnit($id)];
        if ($this->app->account->is(Role::Landlord)) {
            return $this->app->page($request, 'unit-landlord', $values);
        }
        $list = $this->app->engine()->candidates($id, self::ALL, $this->app->seed());
        $own = array_flip($this->app->households->ids());
        $shown = array_values(array_filter($list, static fn (array $candidate): bool => isset($own[$candidate['household']])));
        $shown = $this->withParts(array_slice($shown, 0, self::CANDIDATES));
        $this->app->noteListed($shown, 'household', $id);
        foreach ($shown as &$candidate) {
            $candidate['file'] = $this->app->households->get($candidate['household']);
        }
        return $this->app->page($request, 'unit', $values + ['total' => count($list), 'most' => $list[0]['points'] ?? 0,
            'candidates' => $shown, 'next' => $this->app->decisions->next($id, $list),
            'tiers' => $this->app->engine()->labels('tiers', $this->app->words->language), 'households' => array_keys($own)]);
    }
}
