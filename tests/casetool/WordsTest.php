<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

use CaseTool\Audit;
use CaseTool\Decisions;
use CaseTool\Engine;
use CaseTool\Language;
use CaseTool\Words;
use PHPUnit\Framework\TestCase;

final class WordsTest extends TestCase
{
    private const ROOT = __DIR__ . '/../../examples/php';

    public function testBothTonguesSayTheSame(): void
    {
        [$french, $english] = [require self::ROOT . '/lang/fr.php', require self::ROOT . '/lang/en.php'];
        self::assertSame(array_keys($french), array_keys($english));
        $names = static fn (string $text): array => [preg_match_all('/\{\w+\}/', $text, $found), sort($found[0]), $found[0]][2];
        foreach ($french as $key => $sentence) {
            self::assertNotSame('', trim($sentence), $key);
            self::assertSame($names($sentence), $names($english[$key]), $key);
        }
    }

    public function testEverySentenceThatIsSaidIsThere(): void
    {
        $keys = (new Words(Language::French))->keys();
        foreach ([...glob(self::ROOT . '/templates/*.php'), ...glob(self::ROOT . '/src/Pages/*.php')] as $file) {
            $text = file_get_contents($file);
            preg_match_all('/\$t\(\'([a-z._-]+)\'[,)]|\'(?:title|label)\' => \'([a-z._-]+\.[a-z._-]+)\'|note\(\'(note\.\w+)\'/', $text, $found);
            preg_match_all('/\$n\(\'([a-z._-]+)\'/', $text, $counted);
            $said = array_filter([...$found[1], ...$found[2], ...$found[3]]);
            foreach ($counted[1] as $key) {
                array_push($said, "$key.one", "$key.many");
            }
            self::assertSame([], array_values(array_diff($said, $keys)), $file);
        }
    }

    public function testEveryWordOfTheProgramHasAName(): void
    {
        $words = new Words(Language::English);
        $reasons = array_filter(array_keys(Orienta\reasons(Orienta\Language::English)), static fn (string $name): bool =>
            str_starts_with($name, 'match-'));
        foreach (['action' => Audit::ACTIONS, 'decision' => Decisions::KINDS, 'decide' => Decisions::KINDS, 'mechanism' => Engine::MECHANISMS,
            'unmatched' => $reasons, 'claim' => array_column(Orienta\MatchStatus::cases(), 'value'),
            'status' => array_column(Orienta\Status::cases(), 'value'), 'met' => array_column(Orienta\Status::cases(), 'value'),
            'role' => ['prescriber', 'coordinator', 'landlord'], 'error' => [403, 404, 405, 409, 410, 500, 503]] as $kind => $names) {
            self::assertSame([], array_values(array_diff($names, $words->vocabulary($kind))), $kind);
        }
    }

    /** The library's own words for situations, needs, kinds and access, as the manual has them. */
    public function testTheWordsOfTheLibrary(): void
    {
        $manual = file_get_contents(__DIR__ . '/../../docs/attributes.md');
        foreach (['situation' => 'household.situation', 'need' => 'household.needs', 'kind' => 'unit.kind', 'access' => 'unit.access'] as $kind => $attribute) {
            $section = preg_split('/^###? /m', explode("### `$attribute`", $manual)[1])[0];
            preg_match_all('/^\| `(\w+)` \| (.+) \| (.+) \|$/m', $section, $lines, PREG_SET_ORDER);
            self::assertGreaterThan(2, count($lines));
            foreach ($lines as [, $word, $french, $english]) {
                self::assertSame($french, (new Words(Language::French))->say("$kind.$word"));
                self::assertSame($english, (new Words(Language::English))->say("$kind.$word"));
            }
        }
    }

    public function testNumbersAndDaysAsEachTongueWritesThem(): void
    {
        [$french, $english] = [new Words(Language::French), new Words(Language::English)];
        self::assertSame(["1\u{202F}234,5", '1,234.5'], [$french->number(1234.5, 3), $english->number(1234.5, 3)]);
        self::assertSame(['−0,125', '0'], [$french->points(-0.125), $french->points(0)]);
        self::assertSame(['100', '1'], [$english->points('100.000'), $english->points(1.0)]);
        self::assertSame(["12\u{202F}906\u{A0}€", "314,58\u{A0}€"], [$french->euros(12906), $french->euros('314.58')]);
        self::assertSame(['€12,906', '€314.50'], [$english->euros(12906.0), $english->euros(314.5)]);
        self::assertSame(['05/11/2026', '5 November 2026'], [$french->day('2026-11-05'), $english->day('2026-11-05T10:00:00Z')]);
        self::assertSame(['0 ménage', '1 ménage', '2 ménages'], array_map(static fn (int $n): string => $french->count('households.count', $n), [0, 1, 2]));
        self::assertSame(['0 households', '1 household'], array_map(static fn (int $n): string => $english->count('households.count', $n), [0, 1]));
    }

    public function testLists(): void
    {
        $french = new Words(Language::French);
        self::assertSame('addiction (renforcé), gestion du budget (léger)', $french->needs('addiction:high|budget'));
        self::assertSame(['', 'PLAI, bail glissant'], [$french->list('kind', null), $french->list('kind', 'plai|bail_glissant')]);
        self::assertSame('noeux les mines, artois', $french->place('noeux_les_mines|artois'));
    }
}
