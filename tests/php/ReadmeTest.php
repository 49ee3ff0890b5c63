<?php
// SPDX-License-Identifier: LGPL-2.1-or-later
declare(strict_types=1);

use PHPUnit\Framework\TestCase;

final class ReadmeTest extends TestCase
{
    public function testWhatItShowsIsWhatComesOut(): void
    {
        $section = explode("\n## ", explode("\n## From PHP\n", file_get_contents(Fixture::path('README.md')))[1])[0];
        preg_match('/```php\n(.*?)```/s', $section, $program);
        preg_match('/```text\n(.*?)```/s', $section, $output);
        $code = 'chdir(' . var_export(Fixture::path(''), true) . ');' . substr($program[1], strlen('<?php'));
        file_put_contents($file = tempnam(sys_get_temp_dir(), 'orienta'), "<?php\n" . $code);
        $process = proc_open([...Fixture::command(), $file], [1 => ['pipe', 'w']], $pipes);
        $this->assertSame($output[1], stream_get_contents($pipes[1]));
        $this->assertSame(0, proc_close($process));
        unlink($file);
    }
}
