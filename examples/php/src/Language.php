<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

namespace CaseTool;

enum Language: string
{
    case French = 'fr';
    case English = 'en';

    /** The first that an Accept-Language wants most: "en-GB,en;q=0.8,fr;q=0.5" is English. French without a wish. */
    public static function fromHeader(string $header): self
    {
        $best = self::French;
        $most = 0.0;
        foreach (explode(',', strtolower($header)) as $wish) {
            $parts = array_map('trim', explode(';', $wish));
            $language = self::tryFrom(substr($parts[0], 0, 2));
            preg_match('/^q=([01](\.\d{0,3})?)$/', $parts[1] ?? 'q=1', $found);
            $weight = (float) ($found[1] ?? 0);
            if ($language !== null && preg_match('/^[a-z]{2}(-|$)/', $parts[0]) === 1 && $weight > $most) {
                [$best, $most] = [$language, $weight];
            }
        }
        return $best;
    }

    public function other(): self
    {
        return $this === self::French ? self::English : self::French;
    }
}
