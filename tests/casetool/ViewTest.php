<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

use CaseTool\Account;
use CaseTool\Language;
use CaseTool\Request;
use CaseTool\Role;
use CaseTool\View;
use CaseTool\Words;
use PHPUnit\Framework\TestCase;

final class ViewTest extends TestCase
{
    private const ROOT = __DIR__ . '/../../examples/php';
    private const HOSTILE = "\"><script>alert('x')</script>&\u{FFFE}";

    private static function view(): View
    {
        return new View(new Words(Language::French), ['lang' => 'fr', 'other' => 'en', 'token' => self::HOSTILE, 'note' => null,
            'demo' => false, 'pages' => ['units'], 'request' => new Request('GET', '/units', ['q' => self::HOSTILE]),
            'account' => new Account('1', 'me', self::HOSTILE, Role::Landlord, self::HOSTILE)]);
    }

    /** @param array<string, mixed> $values */
    private static function assertHarmless(string $template, array $values): void
    {
        $html = self::view()->page($template, ['title' => 'units.title', 'subject' => self::HOSTILE] + $values);
        self::assertStringContainsString('&lt;script&gt;', $html);
        self::assertStringNotContainsString('<script', $html);
        self::assertStringNotContainsString('">&lt;', str_replace('value="">', '', preg_replace('/>&quot;/', '', $html)), 'an attribute stays closed');
        $document = new DOMDocument();
        self::assertTrue($document->loadHTML("<?xml encoding=\"utf-8\"?>$html", LIBXML_NOERROR));
        self::assertSame(0, $document->getElementsByTagName('script')->length);
    }

    public function testWhatPeopleWriteStaysText(): void
    {
        $decision = Store::decision(self::HOSTILE, self::HOSTILE, 'propose', self::HOSTILE)
            + ['id' => '1', 'moment' => '2026-11-20T10:00:00Z', 'account' => self::HOSTILE];
        self::assertHarmless('decided', ['decisions' => [$decision], 'without' => '']);
        self::assertHarmless('proposals', ['decisions' => [$decision]]);
        self::assertHarmless('login', ['next' => self::HOSTILE, 'wait' => 0, 'login' => self::HOSTILE]);
        self::assertHarmless('units', ['filter' => ['q' => self::HOSTILE, 'kind' => '', 'rooms' => '', 'landlord' => self::HOSTILE],
            'total' => 60, 'size' => 25, 'rows' => [], 'landlords' => [self::HOSTILE, 'b'], 'kinds' => ['plai']]);
        self::assertHarmless('policies', ['labels' => [], 'policies' => [['version' => self::HOSTILE, 'account' => self::HOSTILE,
            'moment' => '2026-11-20T10:00:00Z', 'why' => self::HOSTILE, 'sha256' => self::HOSTILE,
            'changes' => json_encode([self::HOSTILE => ['1', '2']])]]]);
    }

    /** Whatever a template prints goes through one of the functions it is given, and it does nothing else with text. */
    public function testTemplatesPrintThroughTheirFunctions(): void
    {
        $functions = 'e|t|n|list|needs|place|day|moment|number|points|euros|part|content';
        foreach (glob(self::ROOT . '/templates/*.php') as $file) {
            $text = file_get_contents($file);
            preg_match_all('/<\?= (?!\$(?:' . $functions . ')\()[^\n]*/', $text, $found);
            self::assertSame([], $found[0], $file);
            self::assertDoesNotMatchRegularExpression('/\b(echo|print|printf)[ (]|style="| on[a-z]+="|<\?(?!php|=)/', $text, $file);
        }
    }

    public function testEveryFormThatPostsCarriesItsToken(): void
    {
        foreach (glob(self::ROOT . '/templates/*.php') as $file) {
            $text = file_get_contents($file);
            self::assertSame(substr_count($text, 'method="post"'), substr_count($text, "\$part('token')"), $file);
        }
    }

    public function testOneFileCallsTheLibraryAndOneTheDatabase(): void
    {
        $files = [...glob(self::ROOT . '/src/*.php'), ...glob(self::ROOT . '/src/Pages/*.php'), ...glob(self::ROOT . '/templates/*.php')];
        $calls = static fn (string $pattern): array => array_values(array_map('basename', array_filter($files,
            static fn (string $file): bool => preg_match($pattern, file_get_contents($file)) === 1)));
        self::assertSame(['Engine.php'], $calls('/\bOrienta\\\\/'));
        self::assertSame(['Database.php'], $calls('/\bnew PDO\b|->prepare\(|->exec\(/'));
    }
}
