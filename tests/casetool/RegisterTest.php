<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

use CaseTool\Engine;
use CaseTool\Register;
use PHPUnit\Framework\TestCase;

final class RegisterTest extends TestCase
{
    /** What comes out of the tables is what the library reads from the files. */
    public function testTablesAndFilesAreTheSameRegister(): void
    {
        $examples = __DIR__ . '/../../examples';
        $db = Store::empty();
        $register = new Register($db);
        foreach (Register::TABLES as $table) {
            $register->import($table, "$examples/data/artois/$table.csv");
        }
        $db->insert('settings', ['name' => 'day', 'value' => '2026-11-20']);
        $policy = file_get_contents("$examples/policies/logement-dabord.json");
        $files = Orienta\Register::load("$examples/data/artois", Orienta\Policy::parse($policy));
        self::assertSame($files->getSha256(), Engine::open($policy, $register->toArray())->registerSha256());
    }
}
