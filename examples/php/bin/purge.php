#!/usr/bin/env php
<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
// Removes the households without contact for two years (src/Purge.php). To be run every night.
//
//     php bin/purge.php [--dry-run] [--day YYYY-MM-DD]     day: today, unless it is said
declare(strict_types=1);

use CaseTool\Audit;
use CaseTool\Config;
use CaseTool\Database;
use CaseTool\Purge;

PHP_SAPI === 'cli' || exit(1);
require __DIR__ . '/../src/autoload.php';

$options = getopt('', ['dry-run', 'day:'], $rest);
$day = $options['day'] ?? date('Y-m-d');
if ($rest < $argc || (DateTimeImmutable::createFromFormat('!Y-m-d', $day) ?: null)?->format('Y-m-d') !== $day) {
    fwrite(STDERR, "usage: php bin/purge.php [--dry-run] [--day YYYY-MM-DD]\n");
    exit(2);
}
$db = new Database(Config::load());
$purge = new Purge($db);
$due = $purge->due($day);
if (isset($options['dry-run'])) {
    echo implode("\n", [...$due, sprintf('%d households would be removed', count($due))]), "\n";
    exit;
}
$forgotten = $purge->run($due);
(new Audit($db))->add('purge', 'purged', null, null, sprintf('%d households', count($due)));
printf("%d households removed, %d registers forgotten\n", count($due), $forgotten);
