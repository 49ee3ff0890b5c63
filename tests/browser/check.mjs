// SPDX-License-Identifier: LGPL-2.1-or-later
// Opens the report's pages in Chromium: accessibility by axe-core (WCAG 2.1 A and AA), nothing wider than a telephone,
// nothing fetched, no error, a printed page that holds together.
//
//     npm ci && node check.mjs ../../build/examples/orienta-commission [--screenshots FOLDER]
//
// Leaves with 77 (skipped, to meson) where the browser or the modules are not installed.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const source = process.env.ORIENTA_SOURCE ?? resolve(here, '../..');
const executable = process.env.CHROMIUM ?? '/usr/bin/chromium';
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking'];
const program = resolve(process.argv[2] ?? join(source, 'build/examples/orienta-commission'));
const folder = process.argv[3] === '--screenshots' ? resolve(process.argv[4]) : null;

function skip(why) {
  console.log(`skipped: ${why}`);
  process.exit(77);
}

let axe, chromium;
try {
  axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  ({ chromium } = await import('playwright-core'));
} catch {
  skip('npm ci has not been run in tests/browser');
}
if (!existsSync(executable)) skip(`no ${executable}`);

const artois = [join(source, 'examples/data/artois'), join(source, 'examples/policies/logement-dabord.json')];
const blocked = [join(here, 'blocked.json'), artois[1]];
const phone = [375, 800, 'light'], screen = [1280, 900, 'light'], night = [1280, 900, 'dark'];
const pages = [ // the whole commission is long to look through: every part of it in one tongue, its widths in both
  ['commission-fr', [phone, screen], artois, '--lang', 'fr'],
  ['commission-en', [phone], artois, '--lang', 'en'],
  ['third-party-fr', [screen], artois, '--lang', 'fr', '--audience', 'third_party'],
  ['blocked-fr', [phone, screen, night], blocked, '--lang', 'fr'],
  ['blocked-en', [phone, screen, night], blocked, '--lang', 'en'],
  ['household-en', [phone, screen], artois, '--lang', 'en', '--household', 'H0007', '--top', '20'],
  ['matching-fr', [phone, screen], artois, '--lang', 'fr', '--match', 'optimal'],
  ['matching-en', [phone, screen, night], artois, '--lang', 'en', '--match', 'optimal'],
  ['matching-third-party-fr', [phone], artois, '--lang', 'fr', '--match', 'optimal', '--audience', 'third_party'],
  ['unit-fr', [phone, night], artois, '--lang', 'fr', '--unit', 'U027', '--top', '10'],
];

let faults = 0;
function fault(where, what) {
  faults++;
  console.log(`not ok: ${where}: ${what}`);
}

async function checkShape(browser, file, name, [width, height, scheme]) {
  const where = `${name} at ${width} px, ${scheme}`, before = faults;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, bypassCSP: true });
  const page = await context.newPage();
  page.on('request', (request) => request.url() === pathToFileURL(file).href
    || fault(where, `fetches ${request.url()}`));
  page.on('console', (message) => message.type() === 'error' && fault(where, message.text()));
  await page.goto(pathToFileURL(file).href);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) fault(where, `${wide} px wider than the window`);
  const broken = await page.evaluate(() => [...document.querySelectorAll('a[href^="#"]')]
    .map((a) => a.getAttribute('href')).filter((href) => !document.getElementById(href.slice(1))));
  if (broken.length > 0) fault(where, `links to nowhere: ${broken.slice(0, 5).join(' ')}`);
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document,
    { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }, resultTypes: ['violations'] }));
  for (const violation of result.violations)
    fault(where, `${violation.id}: ${violation.help} (${violation.nodes.length} times, first ${violation.nodes[0].target})`);
  if (folder) await page.screenshot({ path: join(folder, `${name}-${width}-${scheme}.png`) });
  await context.close();
  if (faults === before) console.log(`ok: ${where}`);
}

async function checkPrint(browser, file, name) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  const pdf = await page.pdf({ preferCSSPageSize: true, path: folder ? join(folder, `${name}.pdf`) : undefined });
  if (pdf.subarray(0, 5).toString() !== '%PDF-') fault(name, 'does not print');
  await page.close();
}

const scratch = mkdtempSync(join(tmpdir(), 'orienta-page-'));
if (folder) mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: executable, args: flags });
try {
  for (const [name, shapes, data, ...options] of pages) {
    const file = join(scratch, `${name}.html`);
    execFileSync(program, [...data, '--format', 'html', '--output', file, '--quiet', ...options]);
    for (const shape of shapes) await checkShape(browser, file, name, shape);
    await checkPrint(browser, file, name);
  }
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true });
}
console.log(faults === 0 ? 'all pages pass' : `${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
