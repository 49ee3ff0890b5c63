<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool\Pages;

use CaseTool\Households;
use CaseTool\Letter;
use CaseTool\Request;
use CaseTool\Response;

/** The households that an account may see, and each with the homes that come first for it. */
final class HouseholdPages extends Page
{
    private const HOMES = 8;

    public function list(Request $request): Response
    {
        $filter = self::filter($request, 'q', 'situation', 'need', 'referrer');
        [$total, $rows] = $this->app->households->search($filter, $request->page());
        $this->app->noteListed($rows, 'id');
        return $this->app->page('households', [
            'title' => 'households.title', 'filter' => $filter, 'total' => $total, 'rows' => $rows,
            'size' => Households::PAGE, 'referrers' => $this->app->households->referrers(),
            'situations' => $this->app->words->vocabulary('situation'),
            'needs_known' => $this->app->words->vocabulary('need'),
        ]);
    }

    public function show(Request $request, string $id): Response
    {
        $household = $this->app->households->get($id);
        $this->app->note('saw-household', $id);
        $units = $this->app->units->all();
        $homes = $this->withParts($this->app->engine()->homes($id, self::HOMES, $this->app->seed()));
        foreach ($homes as &$home) {
            $home['home'] = $units[$home['unit']];
        }
        return $this->app->page('household', [
            'title' => 'household.title', 'subject' => $id, 'household' => $household, 'homes' => $homes,
            'units' => array_keys($units), 'decisions' => $this->app->decisions->ofHousehold($id),
        ]);
    }

    public function letter(Request $request, string $id): Response
    {
        $this->app->households->get($id);
        $this->app->note('saw-letter', $id);
        $text = $this->app->engine()->explainToPerson($id, null, $this->app->words->language);
        return $this->app->page('letter', [
            'title' => 'letter.title', 'subject' => $id, 'letter' => new Letter($text), 'decisions' => [],
            'back' => "/households/$id",
        ]);
    }
}
