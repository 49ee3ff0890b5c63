<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool\Pages;

use CaseTool\Decisions;
use CaseTool\HttpError;
use CaseTool\Request;
use CaseTool\Response;

/** What persons decide. No other page, and no command, makes a decision. */
final class DecisionPages extends Page
{
    private const LATEST = 200;

    public function list(Request $request): Response
    {
        $decisions = $this->app->decisions->all(self::LATEST);
        return $this->app->page('decisions', ['title' => 'decisions.title', 'decisions' => $decisions]);
    }

    public function record(Request $request, string $household, string $unit): Response
    {
        $this->app->households->get($household);
        $this->app->units->get($unit);
        $kind = $request->form('kind');
        $why = $request->form('why', 2000);
        $pair = new PairPages($this->app);
        if (!in_array($kind, Decisions::KINDS, true)) {
            return $pair->again($household, $unit, '', $why, 'decide.missing-kind');
        }
        $engine = $this->app->engine();
        $list = $engine->candidates($unit, self::ALL, $this->app->seed());
        $departs = $this->app->decisions->departs($kind, $household, $unit, $list);
        if ($departs && $why === '') {
            return $pair->again($household, $unit, $kind, $why, 'decide.missing-why');
        }
        $this->app->decisions->add([
            'household_id' => $household, 'unit_id' => $unit, 'kind' => $kind, 'departs' => (int) $departs,
            'why' => $why === '' ? null : $why, 'status' => $engine->verdict($household, $unit)['status'],
            'place' => array_column($list, 'rank', 'household')[$household] ?? null,
            'points' => $engine->score($household, $unit)['points'], 'version' => $engine->policyVersion(),
            'policy' => $engine->policySha256(), 'register' => $engine->registerSha256(),
        ]);
        $this->app->note('decided', $household, $unit, $kind);
        $this->app->session->note('note.decided');
        return Response::redirect("/pairs/$household/$unit");
    }
}
