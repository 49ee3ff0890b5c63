<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

use OutOfBoundsException;

/** The sentences of one tongue, and how it writes numbers and days. What it returns is text, not HTML. */
final class Words
{
    private const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September',
        'October', 'November', 'December'];

    /** @var array<string, string> */
    private readonly array $sentences;

    public function __construct(public readonly Language $language)
    {
        $this->sentences = require dirname(__DIR__) . "/lang/$language->value.php";
    }

    /** @param array<string, string|int> $values for the {names} in the sentence */
    public function say(string $key, array $values = []): string
    {
        $sentence = $this->sentences[$key] ?? throw new OutOfBoundsException("no sentence $key");
        $marks = array_map(static fn (string $name): string => '{' . $name . '}', array_keys($values));
        return strtr($sentence, array_combine($marks, array_map('strval', $values)));
    }

    /** The sentence KEY.one or KEY.many, with {n} in it; in French nought is one of the ones. */
    public function count(string $key, int $n, array $values = []): string
    {
        $one = $this->language === Language::French ? $n < 2 : $n === 1;
        return $this->say($key . ($one ? '.one' : '.many'), ['n' => $this->number($n)] + $values);
    }

    /** At most $decimals, without those that say nothing. */
    public function number(int|float|string $number, int $decimals = 0): string
    {
        [$point, $thousands] = $this->language === Language::French ? [',', "\u{202F}"] : ['.', ','];
        $text = str_replace('-', '−', number_format((float) $number, $decimals, $point, $thousands));
        return $decimals > 0 ? rtrim(rtrim($text, '0'), $point) : $text;
    }

    public function points(int|float|string $points): string
    {
        return $this->number($points, 3);
    }

    public function euros(int|float|string $amount): string
    {
        [$whole, $cents] = explode('.', number_format((float) $amount, 2, '.', ''));
        $whole = $this->number($whole);
        return $this->language === Language::French
            ? $whole . ($cents === '00' ? '' : ",$cents") . "\u{A0}€"
            : '€' . $whole . ($cents === '00' ? '' : ".$cents");
    }

    /** 2026-11-20, or a moment 2026-11-20T09:30:00Z, as a day. */
    public function day(string $date): string
    {
        [$year, $month, $day] = explode('-', substr($date, 0, 10));
        return $this->language === Language::French
            ? "$day/$month/$year"
            : (int) $day . ' ' . self::MONTHS[(int) $month - 1] . " $year";
    }

    /** A moment as day and hour, where the server is. */
    public function moment(string $moment): string
    {
        $time = (int) strtotime($moment);
        return $this->day(date('Y-m-d', $time)) . ' ' . date('H:i', $time);
    }

    /** The words of a list as it is kept: "plai|plus". */
    public function list(string $kind, ?string $values): string
    {
        $words = array_map(fn (string $word): string => $this->say("$kind.$word"), $this->split($values));
        return implode(', ', $words);
    }

    /** Territories as they are kept: "noeux_les_mines|artois". */
    public function place(?string $territories): string
    {
        return strtr((string) $territories, ['_' => ' ', '|' => ', ']);
    }

    /** Needs with their levels: "addiction:high|budget". */
    public function needs(?string $needs): string
    {
        $words = [];
        foreach ($this->split($needs) as $need) {
            [$name, $level] = explode(':', "$need:low");
            $words[] = $this->say("need.$name") . ' (' . $this->say("level.$level") . ')';
        }
        return implode(', ', $words);
    }

    /** @return list<string> */
    private function split(?string $values): array
    {
        return $values === null || $values === '' ? [] : explode('|', $values);
    }

    /** @return list<string> the words that have a name in this tongue, such as all kinds of home */
    public function vocabulary(string $kind): array
    {
        $keys = array_filter($this->keys(), static fn (string $key): bool => str_starts_with($key, "$kind."));
        return array_values(array_map(static fn (string $key): string => substr($key, strlen($kind) + 1), $keys));
    }

    /** @return list<string> the keys, for the test that both tongues say the same */
    public function keys(): array
    {
        return array_keys($this->sentences);
    }
}
