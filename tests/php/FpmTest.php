<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
// A worker of php-fpm that serves a hundred requests, of which many end badly, stays as it was.
declare(strict_types=1);

use PHPUnit\Framework\TestCase;

final class FpmTest extends TestCase
{
    private const PAGE = <<<'PHP'
        <?php
        require FIXTURE;
        [$policy, $register] = Fixture::artois();
        $forever = fn($progress) => $policy->match($register, prices: Orienta\Prices::All, progress: $progress);
        header('X-Worker: ' . getmypid());
        match ($_GET['end']) {
            'well' => print(json_encode($policy->shortlistUnit($register, 'U012', 3, seed: 'round')->rows()->column('household'))),
            'exit' => $forever(function () { exit('gone'); }),
            'fatal' => $forever(function () { str_repeat('x', 1 << 30); }),
            'throw' => $forever(function () { throw new Exception('enough'); }),
            'time' => (function () use ($forever) { set_time_limit(1); while (true) { $forever(null); } })(),
        };
        echo 'end';
        PHP;

    private const POOL = <<<'INI'
        [global]
        error_log = FOLDER/log
        daemonize = no
        [www]
        listen = FOLDER/socket
        pm = static
        pm.max_children = 1
        php_admin_value[memory_limit] = 128M
        php_admin_value[display_errors] = 1
        php_admin_value[html_errors] = 0
        INI;

    private string $folder;
    private string $client;
    /** @var resource */
    private $server;

    protected function setUp(): void
    {
        Fixture::needPlainMemory($this);
        $version = PHP_MAJOR_VERSION . '.' . PHP_MINOR_VERSION;
        $fpm = self::find("php-fpm$version", 'php-fpm');
        $this->client = self::find('cgi-fcgi');
        $this->folder = sys_get_temp_dir() . '/orienta-' . bin2hex(random_bytes(6));
        mkdir($this->folder);
        file_put_contents("$this->folder/page.php", str_replace('FIXTURE', var_export(__DIR__ . '/Fixture.php', true), self::PAGE));
        file_put_contents("$this->folder/pool", str_replace('FOLDER', $this->folder, self::POOL));
        $options = array_slice(Fixture::command(), 1);
        $null = ['file', '/dev/null', 'w'];
        $command = [$fpm, '-R', '-F', ...$options, '-d', 'hard_timeout=5', '-y', "$this->folder/pool"];
        $this->server = proc_open($command, [$null, $null, $null], $pipes);
        for ($i = 0; $i < 200 && !file_exists("$this->folder/socket"); $i++) {
            usleep(50000);
        }
    }

    private static function find(string ...$names): string
    {
        foreach ($names as $name) {
            foreach ([...explode(':', getenv('PATH')), '/usr/sbin'] as $folder) {
                if (is_executable("$folder/$name")) {
                    return "$folder/$name";
                }
            }
        }
        self::markTestSkipped('without ' . $names[0]);
    }

    protected function tearDown(): void
    {
        if (isset($this->server)) {
            proc_terminate($this->server);
            proc_close($this->server);
            array_map('unlink', glob("$this->folder/*"));
            rmdir($this->folder);
        }
    }

    /** @return array{int, string} the worker, and what it says */
    private function ask(string $end): array
    {
        $environment = ['SCRIPT_FILENAME' => "$this->folder/page.php", 'REQUEST_METHOD' => 'GET', 'QUERY_STRING' => "end=$end",
            'ORIENTA_SOURCE' => Fixture::path('')];
        $process = proc_open([$this->client, '-bind', '-connect', "$this->folder/socket"],
            [1 => ['pipe', 'w'], 2 => ['file', '/dev/null', 'w']], $pipes, null, $environment);
        [$head, $body] = explode("\r\n\r\n", stream_get_contents($pipes[1]), 2);
        proc_close($process);
        return [preg_match('/^X-Worker: (\d+)/m', $head, $found) ? (int) $found[1] : 0, $body];
    }

    private static function resident(int $process): int
    {
        preg_match('/^VmRSS:\s*(\d+) kB/m', file_get_contents("/proc/$process/status"), $found);
        return 1024 * (int) $found[1];
    }

    public function testOneWorkerServesAHundredRequests(): void
    {
        $well = '["H0468","H0137","H0369"]end'; // as README.md shows of the C program
        [$worker, $body] = $this->ask('well');
        $this->assertSame($well, $body);
        $serve = function (int $n) use ($well, $worker) {
            for ($i = 0; $i < $n; $i++) {
                $this->assertSame([$worker, $well], $this->ask('well'));
                $this->assertSame([$worker, 'gone'], $this->ask('exit'));
                $this->assertStringContainsString('Allowed memory size', $this->ask('fatal')[1]);
                $this->assertStringContainsString('Uncaught Exception: enough', $this->ask('throw')[1]);
            }
        };
        $serve(10);
        $before = self::resident($worker);
        $serve(15);
        $this->assertLessThan(3 << 20, self::resident($worker) - $before); // one register alone has more
        $this->assertStringContainsString('Maximum execution time of 1 second exceeded', $this->ask('time')[1]);
        $this->assertSame([$worker, $well], $this->ask('well'));
    }
}
