<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool\Pages;

use CaseTool\App;
use CaseTool\Request;

/** What pages have in common. */
abstract class Page
{
    /** More candidates than a register has. */
    protected const ALL = 1000000;

    /** Those of style.css: c0, c1… */
    private const COLOURS = 12;

    public function __construct(protected readonly App $app)
    {
    }

    /** The values of a search form. @return array<string, string> */
    protected static function filter(Request $request, string ...$names): array
    {
        return array_combine($names, array_map(static fn (string $name): string => $request->query($name), $names));
    }

    /**
     * Gives each candidate of a list the lines of its score that count, with a colour for each criterion, and the other
     * homes that it stands proposed for.
     *
     * @param list<array<string, mixed>> $list
     * @return list<array<string, mixed>>
     */
    protected function withParts(array $list): array
    {
        $proposed = $this->app->decisions->proposed();
        $colours = [];
        foreach ($list as &$candidate) {
            $lines = $this->app->engine()->score($candidate['household'], $candidate['unit'])['lines'];
            $candidate['elsewhere'] = array_diff($proposed[$candidate['household']] ?? [], [$candidate['unit']]);
            $candidate['parts'] = array_filter($lines, static fn (array $line): bool => $line['points'] != 0);
            foreach ($candidate['parts'] as &$line) {
                $line['colour'] = $colours[$line['criterion']] ??= count($colours) % self::COLOURS;
            }
            unset($line);
        }
        return $list;
    }
}
