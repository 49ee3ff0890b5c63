<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

use LogicException;

/**
 * Templates. What a template prints goes through one of the functions it is given, and each of these returns HTML: $e
 * escapes; $t, $n, $list, $needs, $place, $day, $moment, $number, $points and $euros say something and escape it; $part
 * is another template, $content the page within the frame. tests/casetool/ViewTest.php looks for anything else.
 */
final class View
{
    /** Functions of a template, and the method of Words behind each. */
    private const SAID = ['t' => 'say', 'n' => 'count', 'list' => 'list', 'needs' => 'needs', 'place' => 'place',
        'day' => 'day', 'moment' => 'moment', 'number' => 'number', 'points' => 'points', 'euros' => 'euros'];

    /** @param array<string, mixed> $shared what every template knows */
    public function __construct(private readonly Words $words, private readonly array $shared = [])
    {
    }

    public static function escape(string|int|float|null $text): string
    {
        return htmlspecialchars((string) $text, ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8');
    }

    /** A template within the frame of every page. @param array<string, mixed> $values */
    public function page(string $template, array $values): string
    {
        return $this->part('layout', ['content' => fn (): string => $this->part($template, $values)] + $values);
    }

    /** @param array<string, mixed> $values */
    public function part(string $template, array $values = []): string
    {
        $functions = ['e' => self::escape(...), 'part' => $this->part(...)];
        foreach (self::SAID as $name => $method) {
            $functions[$name] = fn (mixed ...$arguments): string => self::escape($this->words->$method(...$arguments));
        }
        $values += $this->shared;
        if (array_intersect_key($functions, $values) !== []) {
            throw new LogicException("a value given to $template has the name of a function");
        }
        return self::run(dirname(__DIR__) . "/templates/$template.php", $functions + $values);
    }

    /** No name stands here but those that a template is given. */
    private static function run(): string
    {
        extract(func_get_arg(1));
        ob_start();
        try {
            require func_get_arg(0);
            return (string) ob_get_contents();
        } finally {
            ob_end_clean();
        }
    }
}
