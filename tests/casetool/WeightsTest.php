<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

use CaseTool\Weights;
use PHPUnit\Framework\TestCase;

final class WeightsTest extends TestCase
{
    private const GROUPS = ['Publics' => ['dalo' => ['label' => 'DALO', 'points' => 60.0]],
        '' => ['seniority' => ['label' => 'Seniority', 'points' => 0.4]]];

    public function testWhatIsWritten(): void
    {
        $weights = new Weights(self::GROUPS, ['dalo' => '12,5', 'nobody' => '3']);
        self::assertSame('12.5', $weights->written('dalo'));
        self::assertSame('0.4', $weights->written('seniority'));
        self::assertSame(['dalo' => ['60', '12.5']], $weights->changes());
        self::assertSame(['dalo' => '12.5'], $weights->points());
        self::assertSame([], (new Weights(self::GROUPS, ['dalo' => '60.000']))->changes());
        self::assertSame(['dalo' => 'DALO', 'seniority' => 'Seniority'], $weights->labels());
    }

    public function testWhatIsNoWeight(): void
    {
        foreach (['', 'many', '1.2345', '1e3', '0x1', '--1', '9999999', ' ', "1\n", 'NAN', '1,2,3'] as $text) {
            self::assertSame(['dalo'], (new Weights(self::GROUPS, ['dalo' => $text]))->wrong(), $text);
        }
        foreach (['0', '-3', '1.234', '1,5', '999999'] as $text) {
            self::assertSame([], (new Weights(self::GROUPS, ['dalo' => $text]))->wrong(), $text);
        }
    }
}
