<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool\Pages;

use CaseTool\HttpError;
use CaseTool\Letter;
use CaseTool\Request;
use CaseTool\Response;
use CaseTool\Role;

/** One household and one home: why, or why not. */
final class PairPages extends Page
{
    /** From a form with two fields to the address of the pair. */
    public function find(Request $request): Response
    {
        $household = $this->app->households->get($request->query('household'))['id'];
        $unit = $this->app->units->get($request->query('unit'))['id'];
        return Response::redirect("/pairs/$household/$unit");
    }

    public function show(Request $request, string $household, string $unit): Response
    {
        $this->app->households->get($household);
        $home = $this->app->units->get($unit);
        $this->app->note('saw-pair', $household, $unit);
        return $this->app->page('pair', $this->values($household, $home));
    }

    /** The same again, with what is missing in the form of a decision. */
    public function again(string $household, string $unit, string $kind, string $why, string $missing): Response
    {
        $form = ['kind' => $kind, 'why' => $why, 'missing' => $missing];
        return $this->app->page('pair', $form + $this->values($household, $this->app->units->get($unit)), 422);
    }

    /** @return array<string, mixed> */
    private function values(string $household, array $home): array
    {
        $engine = $this->app->engine();
        $unit = $home['id'];
        $list = $engine->candidates($unit, self::ALL, $this->app->seed());
        return [
            'title' => 'pair.title', 'subject' => "$household, $unit", 'household' => $household, 'unit' => $home,
            'rank' => array_column($list, 'rank', 'household')[$household] ?? null, 'total' => count($list),
            'next' => $this->app->decisions->next($unit, $list), 'verdict' => $engine->verdict($household, $unit),
            'checks' => $engine->checks($household, $unit, $this->app->words->language),
            'score' => $engine->score($household, $unit),
            'decisions' => $this->app->decisions->ofPair($household, $unit),
        ];
    }

    /** For the person concerned, to be printed; for a landlord, what a third party may read of who is proposed to it. */
    public function letter(Request $request, string $household, string $unit): Response
    {
        $this->app->units->get($unit);
        $language = $this->app->words->language;
        if ($this->app->account->is(Role::Landlord)) {
            if (!$this->app->decisions->isProposed($household, $unit)) {
                throw new HttpError(404);
            }
            $text = $this->app->engine()->explainToThirdParty($household, $unit, $language);
            $back = "/units/$unit";
            $decisions = []; // why is for the person, and for those who decide
        } else {
            $this->app->households->get($household);
            $text = $this->app->engine()->explainToPerson($household, $unit, $language);
            $back = "/pairs/$household/$unit";
            $decisions = $this->app->decisions->ofPair($household, $unit);
        }
        $this->app->note('saw-letter', $household, $unit);
        return $this->app->page('letter', [
            'title' => 'letter.title', 'subject' => "$household, $unit", 'letter' => new Letter($text),
            'decisions' => $decisions, 'back' => $back,
        ]);
    }
}
