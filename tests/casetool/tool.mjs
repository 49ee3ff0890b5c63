// SPDX-License-Identifier: LGPL-2.1-or-later
// The case tool on a port of its own, with the demonstration's data in a folder that goes with it; or in the empty database
// that CASETOOL_DSN names.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = process.env.ORIENTA_SOURCE ?? resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const root = join(source, 'examples/php');

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

export class Tool {
  /** Whether that PHP can keep anything at all. */
  static hasStore([php, ...options]) {
    return execFileSync(php, [...options, '-r', 'echo extension_loaded("pdo_sqlite") ? "yes" : "no";'], { encoding: 'utf8' }) === 'yes';
  }

  /** The interpreter, and the options that give it the extension. */
  static async start([php, ...options]) {
    const self = new Tool();
    [self.php, self.options] = [php, options];
    self.folder = mkdtempSync(join(tmpdir(), 'orienta-casetool-'));
    self.env = { CASETOOL_DSN: `sqlite:${self.folder}/case.sqlite`, ...process.env };
    const said = self.run('bin/seed.php');
    self.passwords = Object.fromEntries([...said.matchAll(/^(\w+) +(\S+) +(?:coordinator|prescriber|landlord)/gm)].map((m) => [m[1], m[2]]));
    self.units = self.ask("SELECT unit_id FROM decisions ORDER BY id");
    self.proposed = self.ask("SELECT household_id FROM decisions ORDER BY id")[0];
    self.quiet = self.ask("SELECT id FROM units WHERE landlord = 'L07' AND id NOT IN (SELECT unit_id FROM decisions) ORDER BY id")[0];
    self.own = self.ask("SELECT id FROM households WHERE referrer = 'R11' ORDER BY id")[0];
    self.foreign = self.ask("SELECT id FROM households WHERE referrer = 'R12' ORDER BY id")[0];
    const port = await freePort();
    self.url = `http://127.0.0.1:${port}`;
    self.server = spawn(php, [...options, '-d', 'session.save_path=' + self.folder, '-S', `127.0.0.1:${port}`, '-t', 'public', 'public/index.php'],
      { cwd: root, env: self.env, stdio: ['ignore', 'ignore', 'pipe'] });
    self.log = '';
    self.server.stderr.on('data', (data) => { self.log += data; });
    for (let i = 0; i < 100; i++) {
      try {
        await fetch(`${self.url}/login`);
        return self;
      } catch {
        await new Promise((done) => setTimeout(done, 100));
      }
    }
    throw new Error(`no server: ${self.log}`);
  }

  /** What a command of the tool prints. */
  run(...command) {
    return execFileSync(this.php, [...this.options, ...command], { cwd: root, env: this.env, encoding: 'utf8' });
  }

  /** The first column of a query. */
  ask(sql) {
    const code = 'foreach ((new PDO(...array_map("getenv", ["CASETOOL_DSN", "CASETOOL_USER", "CASETOOL_PASSWORD"])))->query($argv[1]) as $row) echo $row[0], "\\n";';
    return this.run('-r', code, '--', sql).split('\n').slice(0, -1);
  }

  async stop() {
    this.server.kill();
    rmSync(this.folder, { recursive: true });
  }
}
