<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

use CaseTool\Letter;
use PHPUnit\Framework\TestCase;

final class LetterTest extends TestCase
{
    private const TEXT = <<<TEXT
        Explication d'une proposition
        =============================
        Ménage H1, situation au 20/11/2026.
        Toute personne concernée a le droit d'obtenir, sur demande, les règles de ce
        traitement et ses principales caractéristiques.

        3. Paramètres du traitement et leur pondération, appliqués à cette situation
        ----------------------------------------------------------------------------
           Conditions d'accès :
           - [non] Plafond de ressources.
             Ce qui la remplirait : revenu fiscal de référence : 12\u{202F}906\u{A0}€ ; au plus
               12\u{202F}870\u{A0}€.
             Source : CCH D.331-12.
           - [oui] Points comptés comme il se doit pour une ligne qui remplit la page.
             Source : arrêté du 29 juillet 1987.
               +40  Personnes mal logées ou défavorisées, ou rencontrant des difficultés
                    particulières de logement
                    publics prioritaires : l441-1:c
             = 160  points au total
        TEXT;

    public function testItsParts(): void
    {
        self::assertSame([
            ['kind' => 'title', 'text' => "Explication d'une proposition"],
            ['kind' => 'paragraph', 'text' => 'Ménage H1, situation au 20/11/2026.'],
            ['kind' => 'paragraph', 'text' => "Toute personne concernée a le droit d'obtenir, sur demande, les règles de ce "
                . 'traitement et ses principales caractéristiques.'],
            ['kind' => 'heading', 'text' => '3. Paramètres du traitement et leur pondération, appliqués à cette situation'],
            ['kind' => 'paragraph', 'text' => "Conditions d'accès :"],
            ['kind' => 'list', 'rows' => [
                ['', ['[non] Plafond de ressources.', "Ce qui la remplirait : revenu fiscal de référence : 12\u{202F}906\u{A0}€ ; au plus "
                    . "12\u{202F}870\u{A0}€.", 'Source : CCH D.331-12.']],
                ['', ['[oui] Points comptés comme il se doit pour une ligne qui remplit la page.',
                    'Source : arrêté du 29 juillet 1987.']],
            ]],
            ['kind' => 'sum', 'rows' => [
                ['+40', ['Personnes mal logées ou défavorisées, ou rencontrant des difficultés particulières de logement',
                    'publics prioritaires : l441-1:c']],
                ['= 160', ['points au total']],
            ]],
        ], (new Letter(self::TEXT))->blocks);
    }

    public function testNoWordIsLost(): void
    {
        $said = '';
        foreach ((new Letter(self::TEXT))->blocks as $block) {
            $said .= $block['text'] ?? '';
            foreach ($block['rows'] ?? [] as [$number, $lines]) {
                $said .= $number . implode('', $lines);
            }
        }
        $letters = static fn (string $text): string => preg_replace(['/^(=+|-+)$|^ *- /m', '/\s+/u'], '', $text);
        self::assertSame($letters(self::TEXT), $letters($said));
    }
}
