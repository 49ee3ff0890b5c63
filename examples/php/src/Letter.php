<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

/**
 * An explanation of the library, which is text of 80 columns, as titles, paragraphs, lists and sums: what a page shows
 * and a printer prints. Nothing is left out and no word is changed; lines that were cut for want of room are joined.
 */
final class Letter
{
    private const COLUMNS = 80;
    private const WORD = '/^ *([^ ]+(?:(?<=«) [^ ]+| (?=[:;!?»])[^ ]+)*)/u';
    private const OWN = '/^ *Source ?:/';
    private const RULE = '/^(=+|-+)$/D';
    private const ITEM = '/^ *- (.+)$/Du';
    private const TERM = '/^ +((?:= )?[+−-]? ?[\d.,\x{A0}\x{202F}]+)  (\S.*)$/Du';

    /** @var list<array{kind: string, text?: string, rows?: list<array{string, list<string>}>}> */
    public readonly array $blocks;

    public function __construct(string $text)
    {
        $blocks = [];
        foreach (self::joined($text) as $line) {
            $last = count($blocks) - 1;
            $kind = $blocks[$last]['kind'] ?? '';
            if (preg_match(self::RULE, $line, $found) === 1 && $kind === 'paragraph') {
                $blocks[$last]['kind'] = $found[1][0] === '=' ? 'title' : 'heading';
            } elseif (preg_match(self::ITEM, $line, $found) === 1) {
                self::row($blocks, 'list', $found[1], '');
            } elseif (preg_match(self::TERM, $line, $found) === 1) {
                self::row($blocks, 'sum', $found[2], trim($found[1]));
            } elseif (preg_match('/^ {5,}\S/', $line) === 1 && in_array($kind, ['list', 'sum'], true)) {
                $blocks[$last]['rows'][count($blocks[$last]['rows']) - 1][1][] = trim($line);
            } elseif (trim($line) !== '') {
                $blocks[] = ['kind' => 'paragraph', 'text' => trim($line)];
            }
        }
        $this->blocks = $blocks;
    }

    /** A further row of the block that is being written, or the first of a new one. */
    private static function row(array &$blocks, string $kind, string $text, string $number): void
    {
        if (($blocks[count($blocks) - 1]['kind'] ?? '') !== $kind) {
            $blocks[] = ['kind' => $kind, 'rows' => []];
        }
        $blocks[count($blocks) - 1]['rows'][] = [$number, [$text]];
    }

    /** @return list<string> the lines before they were cut: one goes on where its next word had no room left. */
    private static function joined(string $text): array
    {
        $lines = [];
        $width = 0;
        foreach (explode("\n", $text) as $line) {
            $further = preg_match(self::WORD, $line, $word) === 1;
            foreach ([self::RULE, self::OWN, self::ITEM, self::TERM] as $start) {
                $further = $further && preg_match($start, $line) !== 1;
            }
            if ($lines !== [] && $width > 0 && $further && $width + 1 + mb_strlen($word[1]) > self::COLUMNS) {
                $lines[count($lines) - 1] .= ' ' . trim($line);
            } else {
                $lines[] = $line;
            }
            $width = preg_match(self::RULE, $line) === 1 ? 0 : mb_strlen($line);
        }
        return $lines;
    }
}
