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
        return $this->app->page($request, 'policies', ['title' => 'policies.title', 'policies' => $this->app->policies->all(),
            'labels' => Weights::labels($this->app->engine()->weights($this->app->words->language))]);
    }

    /** Nothing is kept here: the weights that are tried stand in the address. */
    public function weights(Request $request): Response
    {
        $weights = new Weights($this->app->engine()->weights($this->app->words->language), $request->texts('w'));
        if ($weights->changes() !== []) {
            $this->app->note('tried-weights', null, $request->query('unit') ?: null);
        }
        return $this->trial($request, $weights, $request->query('unit'));
    }

    /** @param array<string, string> $form what was filled in to adopt them */
    private function trial(Request $request, Weights $weights, string $unit, array $form = [], ?string $missing = null): Response
    {
        $engine = $this->app->engine();
        $seed = $this->app->seed();
        $units = $this->app->units->all();
        $unit = isset($units[$unit]) ? $unit : (string) array_key_first($units);
        $values = ['title' => 'weights.title', 'weights' => $weights, 'unit' => $units[$unit], 'units' => $units,
            'base' => $engine->policySha256(), 'policy' => $this->app->policies->current(), 'form' => $form, 'missing' => $missing,
            'before' => $engine->candidates($unit, self::ALL, $seed), 'shown' => self::SHOWN];
        $changed = $weights->wrong() === [] ? $this->changed($weights) : null;
        if ($changed instanceof Engine) {
            $language = $this->app->words->language;
            $after = $changed->candidates($unit, self::ALL, $seed);
            $moved = array_diff_assoc(array_column(array_slice($after, 0, self::SHOWN), 'rank', 'household'),
                array_column($values['before'], 'rank', 'household'));
            $values += ['after' => $after, 'moved' => count($moved), 'effect' => $engine->compare($changed, $seed),
                'warnings' => array_diff($changed->warnings($language), $engine->warnings($language))];
        }
        $values['refusal'] = is_string($changed) ? $changed : null;
        $bad = $missing !== null || $weights->wrong() !== [] || $values['refusal'] !== null;
        return $this->app->page($request, 'weights', $values, $bad ? 422 : 200);
    }

    /** The library before the policy with those weights; null where nothing is changed; its words where it refuses them. */
    private function changed(Weights $weights): Engine|string|null
    {
        try {
            return $weights->changes() === [] ? null : $this->app->engine()->withPoints($weights->points());
        } catch (Refused $refusal) {
            return $refusal->getMessage();
        }
    }

    public function adopt(Request $request): Response
    {
        $engine = $this->app->engine();
        $weights = new Weights($engine->weights($this->app->words->language), $request->texts('w'));
        if ($request->form('base') !== $engine->policySha256()) {
            throw new HttpError(409); // somebody else has adopted another one meanwhile
        }
        $form = ['version' => $request->form('version', 64), 'why' => $request->form('why', 2000)];
        $missing = match (true) {
            $weights->changes() === [] => 'adopt.nothing',
            preg_match('/^[A-Za-z0-9._-]+$/D', $form['version']) !== 1 => 'adopt.missing-version',
            $this->app->policies->hasVersion($form['version']) => 'adopt.same-version',
            $form['why'] === '' => 'adopt.missing-why',
            default => null,
        };
        $changed = $weights->wrong() === [] ? $this->changed($weights) : null;
        if ($missing !== null || !$changed instanceof Engine) {
            return $this->trial($request, $weights, $request->form('unit'), $form, $missing);
        }
        $this->app->policies->adopt($changed->withVersion($form['version']), $this->app->account->login, $form['why'], $weights->changes());
        $this->app->note('adopted', null, null, $form['version']);
        $this->app->session->note('note.adopted');
        return Response::redirect('/policies');
    }
}
