<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
// What ask.php and simulate.php share: the case is read, each question is put, its answer printed as ask.c does.
declare(strict_types=1);

function failure(Orienta\Exception $problem): string
{
    return "error {$problem->getCode()}: {$problem->getMessage()}\n";
}

/** $load gives, for a case, what answers its questions. */
function run(string $path, callable $load): void
{
    $case = json_decode(file_get_contents($path), true, flags: JSON_THROW_ON_ERROR);
    try {
        $answer = $load($case);
    } catch (Orienta\Exception $problem) {
        echo failure($problem);
        return;
    }
    foreach ($case['questions'] as $number => $asked) {
        try {
            $text = $answer($asked);
            $text = ($asked['digest'] ?? false) ? hash('sha256', $text) . ', ' . strlen($text) . " bytes\n" : $text;
        } catch (Orienta\Exception $problem) {
            $text = failure($problem);
        }
        echo '== ', $number + 1, " $asked[ask]\n$text", str_ends_with($text, "\n") ? '' : "\n";
    }
}
