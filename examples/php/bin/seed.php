#!/usr/bin/env php
<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
// A demonstration in an empty database: the invented territory of ../data/artois, a policy, an account of each role
// with a password that is made up now and printed once. NEVER for production: it is for looking at.
//
//     php bin/seed.php [--data FOLDER] [--policy FILE]
declare(strict_types=1);

use CaseTool\Account;
use CaseTool\Accounts;
use CaseTool\Config;
use CaseTool\Database;
use CaseTool\Decisions;
use CaseTool\Documents;
use CaseTool\Engine;
use CaseTool\Policies;
use CaseTool\Register;
use CaseTool\Role;

PHP_SAPI === 'cli' || exit(1);
require __DIR__ . '/../src/autoload.php';

const DAY = '2026-11-20'; // of the data; it never moves, so that the demonstration stays the same
const LOTTERY = '2026-W47';
const PEOPLE = [
    ['coordination', 'Camille Fictif', Role::Coordinator, null],
    ['prescripteur', 'Sacha Inventé', Role::Prescriber, 'R11'],
    ['prescripteur2', 'Alix Imaginaire', Role::Prescriber, 'R12'],
    ['bailleur', 'Dominique Exemple', Role::Landlord, 'L07'],
];

function password(): string
{
    return implode('-', str_split(strtr(base64_encode(random_bytes(12)), '+/01lIO', 'xyzwvut'), 4));
}

/** Three proposals for a landlord's homes, the last of which departs from the list. */
function decide(Database $db, Engine $engine, Account $coordinator): void
{
    $decisions = new Decisions($db, $coordinator);
    $units = $db->all("SELECT id FROM units WHERE landlord = 'L07' AND places > 0 ORDER BY id LIMIT 3");
    foreach ($units as $i => ['id' => $unit]) {
        $list = $engine->candidates($unit, 10, LOTTERY);
        $candidate = $list[$i === 2 ? 1 : 0];
        $decisions->add([
            'household_id' => $candidate['household'], 'unit_id' => $unit, 'kind' => 'propose',
            'departs' => (int) ($i === 2), 'why' => $i === 2 ? "Le premier vient d'accepter un autre logement." : null,
            'status' => $candidate['status'], 'place' => $candidate['rank'], 'points' => $candidate['points'],
            'version' => $engine->policyVersion(), 'policy' => $engine->policySha256(),
            'register' => $engine->registerSha256(),
        ]);
    }
}

$options = getopt('', ['data:', 'policy:']);
$data = $options['data'] ?? __DIR__ . '/../../data/artois';
$policy = $options['policy'] ?? __DIR__ . '/../../policies/logement-dabord.json';
if (!extension_loaded('orienta')) {
    fwrite(STDERR, "seed: the extension orienta is not loaded (README.md says how)\n");
    exit(1);
}
$config = Config::load();
if (preg_match('#^sqlite:(/.+)/[^/]+$#', $config->dsn, $found) === 1 && !is_dir($found[1])) {
    mkdir($found[1], 0700, true);
}
$db = new Database($config);
try {
    $db->create();
} catch (PDOException $error) {
    fwrite(STDERR, "seed: the database must be empty, and one may write there ({$error->getMessage()})\n");
    exit(1);
}
$passwords = $db->together(static function () use ($db, $data, $policy): array {
    foreach (['demo' => '1', 'day' => DAY, 'seed' => LOTTERY] as $name => $value) {
        $db->insert('settings', ['name' => $name, 'value' => $value]);
    }
    $register = new Register($db);
    foreach (Register::TABLES as $table) {
        printf("%-12s %5d\n", $table, $register->import($table, "$data/$table.csv"));
    }
    $passwords = [];
    foreach (PEOPLE as [$login, $name, $role, $scope]) {
        $passwords[$login] = password();
        (new Accounts($db))->add($login, $passwords[$login], $name, $role, $scope);
    }
    return $passwords;
});
$engine = Engine::open((string) file_get_contents($policy), (new Register($db))->toArray());
$why = "Démonstration : grille d'exemple, votée par personne.";
(new Policies($db, new Documents($db)))->adopt($engine, 'coordination', $why, []);
decide($db, $engine, new Account('', 'coordination', '', Role::Coordinator, null));

echo "\nA demonstration with invented people and invented passwords; never for production.\n\n";
foreach (PEOPLE as [$login, , $role, $scope]) {
    printf("%-14s %-20s %s %s\n", $login, $passwords[$login], $role->value, $scope ?? '');
}
