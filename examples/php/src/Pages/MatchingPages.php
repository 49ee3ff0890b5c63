<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool\Pages;

use CaseTool\Engine;
use CaseTool\HttpError;
use CaseTool\Request;
use CaseTool\Response;

/** Who where, of all at once. A matching proposes: each of its pairs waits for a decision like any other. */
final class MatchingPages extends Page
{
    private const PAGE = 50;

    public function list(Request $request): Response
    {
        return $this->app->page('matchings', [
            'title' => 'matchings.title', 'matchings' => $this->app->matchings->all(), 'seed' => $this->app->seed(),
        ]);
    }

    public function make(Request $request): Response
    {
        $mechanism = $request->form('mechanism');
        $seed = $request->form('seed', 255);
        if (!in_array($mechanism, Engine::MECHANISMS, true) || $seed === '') {
            throw new HttpError(404);
        }
        $id = $this->app->matchings->make($this->app->engine(), $this->app->account->login, $mechanism, $seed);
        $this->app->note('matched', null, null, $mechanism);
        return Response::redirect("/matchings/$id");
    }

    public function show(Request $request, string $id): Response
    {
        $matching = $this->app->matchings->get($id);
        $this->app->note('saw-matching', null, null, $id);
        $record = json_decode($matching['document'], true, flags: JSON_THROW_ON_ERROR);
        $q = $request->query('q');
        $pairs = array_values(array_filter($record['pairs'], static fn (array $pair): bool =>
            $q === '' || stripos("$pair[household] $pair[unit]", $q) !== false));
        $reasons = array_count_values(array_column($record['unmatched'], 'reason'));
        arsort($reasons);
        $shown = array_slice($pairs, ($request->page() - 1) * self::PAGE, self::PAGE);
        $this->app->noteListed($shown, 'household');
        return $this->app->page('matching', [
            'title' => 'matching.title', 'matching' => $matching, 'record' => $record, 'total' => count($pairs),
            'size' => self::PAGE, 'q' => $q, 'reasons' => $reasons, 'pairs' => $shown,
            'proposed' => $this->app->decisions->proposed(),
        ]);
    }

    public function replay(Request $request, string $id): Response
    {
        $matching = $this->app->matchings->get($id);
        $this->app->note('replayed', null, null, $id);
        $same = $this->app->matchings->engine($matching)->replays($matching['document']);
        $this->app->session->note($same ? 'note.replayed' : 'note.differs');
        return Response::redirect("/matchings/$id");
    }

    public function record(Request $request, string $id): Response
    {
        $matching = $this->app->matchings->get($id);
        $this->app->note('took-record', null, null, $id);
        return Response::download($matching['document'], 'application/json', "matching-$id.json");
    }

    /** The library's own page for a commission. */
    public function report(Request $request, string $id): Response
    {
        $matching = $this->app->matchings->get($id);
        $this->app->note('saw-matching', null, null, $id);
        $engine = $this->app->matchings->engine($matching);
        return Response::document($engine->report($matching['document'], $this->app->words->language));
    }
}
