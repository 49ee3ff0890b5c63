<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
// One process that serves many requests, of which some end badly, stays as it was.
declare(strict_types=1);

use PHPUnit\Framework\TestCase;

final class ServerTest extends TestCase
{
    private const PAGE = <<<'PHP'
        <?php
        require FIXTURE;
        [$policy, $register] = Fixture::artois();
        $forever = fn($progress) => $policy->match($register, prices: Orienta\Prices::All, progress: $progress);
        switch ($_GET['end']) {
            case 'well':
                header('Content-Type: application/json');
                echo json_encode($policy->shortlistUnit($register, $_GET['unit'], 3, seed: 'round')->rows()->column('household'));
                break;
            case 'exit':
                $forever(function () { exit('gone'); });
                break;
            case 'fatal':
                $forever(function () { str_repeat('x', 1 << 30); });
                break;
            case 'throw':
                $forever(function () { throw new Exception('enough'); });
                break;
            case 'time':
                set_time_limit(1);
                while (true) {
                    $forever(null);
                }
            case 'fields':
                $policy->withPoints(['dalo' => $_GET['points']]);
                echo 'taken';
                break;
        }
        echo 'end';
        PHP;

    private string $page;
    private string $address;
    /** @var resource */
    private $server;

    protected function setUp(): void
    {
        Fixture::needPlainMemory($this);
        $this->page = sys_get_temp_dir() . '/orienta-' . bin2hex(random_bytes(6)) . '.php';
        file_put_contents($this->page, str_replace('FIXTURE', var_export(__DIR__ . '/Fixture.php', true), self::PAGE));
        $socket = stream_socket_server('tcp://127.0.0.1:0'); // a port that is free
        $this->address = stream_socket_get_name($socket, false);
        fclose($socket);
        $command = [...Fixture::command(), '-d', 'memory_limit=128M', '-d', 'display_errors=1', '-d', 'html_errors=0',
            '-d', 'hard_timeout=5', '-S', $this->address, $this->page];
        $null = ['file', '/dev/null', 'w'];
        $this->server = proc_open($command, [$null, $null, $null], $pipes);
        for ($i = 0; $i < 100 && !@fsockopen("tcp://$this->address"); $i++) {
            usleep(50000);
        }
    }

    protected function tearDown(): void
    {
        if (isset($this->server)) {
            proc_terminate($this->server);
            proc_close($this->server);
            unlink($this->page);
        }
    }

    private function ask(string $end, string $more = ''): string
    {
        $context = stream_context_create(['http' => ['ignore_errors' => true]]);
        return file_get_contents("http://$this->address/?end=$end&unit=U012$more", false, $context);
    }

    private function resident(): int
    {
        $status = file_get_contents('/proc/' . proc_get_status($this->server)['pid'] . '/status');
        preg_match('/^VmRSS:\s*(\d+) kB/m', $status, $found);
        return 1024 * (int) $found[1];
    }

    public function testManyRequestsLeaveNothing(): void
    {
        $well = '["H0468","H0137","H0369"]end'; // as README.md shows of the C program
        $serve = function (int $n) use ($well) {
            for ($i = 0; $i < $n; $i++) {
                $this->assertSame($well, $this->ask('well'));
                $this->assertSame('gone', $this->ask('exit'));
                $this->assertStringContainsString('Allowed memory size', $this->ask('fatal'));
                $this->assertStringContainsString('Uncaught Exception: enough', $this->ask('throw'));
                $this->assertStringContainsString('Uncaught Orienta\InvalidException', $this->ask('fields', '&points=many'));
                $this->assertStringStartsWith('taken', $this->ask('fields', '&points=12.5'));
            }
        };
        $serve(10);
        $before = $this->resident();
        $serve(15);
        $this->assertLessThan(3 << 20, $this->resident() - $before); // one register alone has more
        $this->assertStringContainsString('Maximum execution time of 1 second exceeded', $this->ask('time'));
        $this->assertSame($well, $this->ask('well'));
    }
}
