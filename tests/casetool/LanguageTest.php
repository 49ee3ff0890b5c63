<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

use CaseTool\Language;
use PHPUnit\Framework\TestCase;

final class LanguageTest extends TestCase
{
    public function testTheBrowsersWish(): void
    {
        foreach (['' => 'fr', 'en' => 'en', 'en-GB,en;q=0.9,fr;q=0.8' => 'en', 'fr;q=0.5,en;q=0.9' => 'en', 'de,pl;q=0.9' => 'fr',
            'de,en;q=0.1' => 'en', 'EN-us' => 'en', 'en;q=0' => 'fr', 'french' => 'fr', 'enx' => 'fr', 'en;q=9' => 'fr',
            'fr,en' => 'fr', ';;,,=' => 'fr'] as $header => $language) {
            self::assertSame($language, Language::fromHeader($header)->value, $header);
        }
    }
}
