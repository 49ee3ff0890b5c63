<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool\Pages;

use CaseTool\Engine;
use CaseTool\HttpError;
use CaseTool\Refused;
use CaseTool\Request;
use CaseTool\Response;
use CaseTool\Weights;

/** The weights of the policy: tried out beside those in force, and adopted, or not, by a person who says why. */
final class PolicyPages extends Page
{
    private const SHOWN = 10;

    public function list(Request $request): Response
    {
        return $this->app->page('policies', [
            'title' => 'policies.title', 'policies' => $this->app->policies->all(),
            'labels' => $this->tried([])->labels(),
        ]);
    }

    /** Nothing is kept here: the weights that are tried stand in the address. */
    public function weights(Request $request): Response
    {
        $unit = $request->query('unit');
        $weights = $this->tried($request->texts('w'));
        if ($weights->changes() !== []) {
            $this->app->note('tried-weights', null, $unit === '' ? null : $unit);
        }
        return $this->trial($weights, $unit);
    }

    public function adopt(Request $request): Response
    {
        $engine = $this->app->engine();
        if ($request->form('base') !== $engine->policySha256()) {
            throw new HttpError(409); // somebody else has adopted another one meanwhile
        }
        $weights = $this->tried($request->texts('w'));
        $form = ['version' => $request->form('version', 64), 'why' => $request->form('why', 2000)];
        $missing = match (true) {
            $weights->changes() === [] => 'adopt.nothing',
            preg_match('/^[A-Za-z0-9._-]+$/D', $form['version']) !== 1 => 'adopt.missing-version',
            $this->app->policies->hasVersion($form['version']) => 'adopt.same-version',
            $form['why'] === '' => 'adopt.missing-why',
            default => null,
        };
        $changed = $this->changed($weights);
        if ($missing !== null || !$changed instanceof Engine) {
            return $this->trial($weights, $request->form('unit'), $form, $missing);
        }
        $changed = $changed->withVersion($form['version']);
        $this->app->policies->adopt($changed, $this->app->account->login, $form['why'], $weights->changes());
        $this->app->note('adopted', null, null, $form['version']);
        $this->app->session->note('note.adopted');
        return Response::redirect('/policies');
    }

    /** @param array<string, string> $written by criterion */
    private function tried(array $written): Weights
    {
        return new Weights($this->app->engine()->weights($this->app->words->language), $written);
    }

    /** The library before the policy with those weights; null where there is none; its words where it refuses them. */
    private function changed(Weights $weights): Engine|string|null
    {
        if ($weights->changes() === [] || $weights->wrong() !== []) {
            return null;
        }
        try {
            return $this->app->engine()->withPoints($weights->points());
        } catch (Refused $refused) {
            return $refused->getMessage();
        }
    }

    /** @param array<string, string> $form what was filled in to adopt them */
    private function trial(Weights $weights, string $unit, array $form = [], ?string $missing = null): Response
    {
        $engine = $this->app->engine();
        $units = $this->app->units->all();
        $unit = isset($units[$unit]) ? $unit : (string) array_key_first($units);
        $before = $engine->candidates($unit, self::ALL, $this->app->seed());
        $this->app->noteListed(array_slice($before, 0, self::SHOWN), 'household', $unit);
        $changed = $this->changed($weights);
        $refusal = is_string($changed) ? $changed : null;
        $bad = $missing !== null || $weights->wrong() !== [] || $refusal !== null;
        return $this->app->page('weights', [
            'title' => 'weights.title', 'weights' => $weights, 'unit' => $units[$unit], 'units' => $units,
            'base' => $engine->policySha256(), 'policy' => $this->app->policies->current(), 'form' => $form,
            'missing' => $missing, 'refusal' => $refusal, 'before' => $before, 'shown' => self::SHOWN,
        ] + ($changed instanceof Engine ? $this->effect($changed, $unit, $before) : []), $bad ? 422 : 200);
    }

    /**
     * What those weights would change: for a home, and over all.
     *
     * @param list<array<string, mixed>> $before the present list of the home
     * @return array<string, mixed>
     */
    private function effect(Engine $changed, string $unit, array $before): array
    {
        $engine = $this->app->engine();
        $language = $this->app->words->language;
        $after = $changed->candidates($unit, self::ALL, $this->app->seed());
        $first = array_column(array_slice($after, 0, self::SHOWN), 'rank', 'household');
        return [
            'after' => $after, 'moved' => count(array_diff_assoc($first, array_column($before, 'rank', 'household'))),
            'effect' => $engine->compare($changed, $this->app->seed()),
            'warnings' => array_diff($changed->warnings($language), $engine->warnings($language)),
        ];
    }
}
