// SPDX-License-Identifier: LGPL-2.1-or-later
// The case tool of examples/php in Chromium: every page as each role, in both tongues, on a telephone and a screen
// (axe-core, WCAG 2.1 A and AA); what must not be possible is not; what is decided is recorded.
//
//     npm --prefix ../browser ci && node check.mjs php -d extension=…/orienta.so [--screenshots FOLDER]
//
// Leaves with 77 (skipped, to meson) where PHP, the browser or the modules are not there.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Tool } from './tool.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const executable = process.env.CHROMIUM ?? '/usr/bin/chromium';
const php = process.argv.slice(2);
const folder = php.includes('--screenshots') ? resolve(php.splice(php.indexOf('--screenshots'))[1]) : null;

function skip(why) {
  console.log(`skipped: ${why}`);
  process.exit(77);
}

let axe, chromium;
try {
  const modules = createRequire(join(here, '../browser/check.mjs'));
  axe = readFileSync(modules.resolve('axe-core/axe.min.js'), 'utf8');
  ({ chromium } = modules('playwright-core'));
} catch {
  skip('npm ci has not been run in tests/browser');
}
if (!existsSync(executable)) skip(`no ${executable}`);
if (php.length === 0) skip('no PHP extension in this build');
if (!Tool.hasStore(php)) skip('PHP has no pdo_sqlite');
if (folder) mkdirSync(folder, { recursive: true });

const widths = [375, 1280];
const health = /addict|psychi|handicap|disab|santé|health|violence|grossesse|naissance|birth|autonom|grande marginalité|margins|besoin|needs?\b|dalo|l441/i;

let faults = 0, passed = 0;
function check(holds, what) {
  if (holds) return void passed++;
  faults++;
  console.log(`not ok: ${what}`);
}

const tool = await Tool.start(php);
const browser = await chromium.launch({ executablePath: executable,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'] });

/** A browser of its own for one person, who is signed in unless login is null. */
async function visitor(login, language, options = {}) {
  const context = await browser.newContext({ locale: language, ...options });
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && !/status of 4\d\d/.test(message.text())
    && check(false, `${page.url()}: ${message.text()}`));
  page.on('request', (request) => check(request.url().startsWith(tool.url), `fetches ${request.url()}`));
  if (login) {
    await page.goto(`${tool.url}/login`);
    await page.fill('#login', login);
    await page.fill('#password', tool.passwords[login]);
    await page.click('main button');
    check(new URL(page.url()).pathname !== '/login', `${login} signs in`);
  }
  return page;
}

/** One page as it stands, at both widths. */
async function look(page, name, language) {
  check(await page.getAttribute('html', 'lang') === language, `${name}: in ${language}`);
  const html = await page.content();
  check(!/Warning:|Notice:|Stack trace|Fatal error|\{\w+\}/.test(html), `${name}: nothing leaks`);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    check(wide <= 0, `${name} at ${width} px: ${wide} px wider than the window`);
    await page.evaluate(axe);
    const result = await page.evaluate(() => window.axe.run(document,
      { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }, resultTypes: ['violations'] }));
    for (const violation of result.violations)
      check(false, `${name} at ${width} px: ${violation.id}: ${violation.help} (first ${violation.nodes[0].target}: ${violation.nodes[0].html})`);
    passed++;
    if (folder) await page.screenshot({ path: join(folder, `${name}-${language}-${width}.png`), fullPage: true });
  }
  return html;
}

const units = tool.units; // of the landlord, each with a household proposed
const [own, foreign] = [tool.own, tool.foreign]; // of the prescriber, of another
const pages = {
  coordination: {
    households: '/households', search: '/households?q=H00&need=psychic', none: '/households?q=nobody', household: `/households/${own}`,
    'household-letter': `/households/${own}/letter`, units: '/units', 'units-last': '/units?page=6', unit: `/units/${units[2]}`,
    pair: `/pairs/${own}/${units[0]}`, 'pair-refused': '/pairs/H0013/U012', 'pair-letter': '/pairs/H0013/U012/letter',
    decisions: '/decisions', weights: `/weights?unit=U012`, 'weights-tried': '/weights?unit=U012&w[dalo]=0&w[seniority]=2,5',
    'weights-refused': '/weights?unit=U012&w[street-margins]=-5', 'weights-wrong': '/weights?unit=U012&w[dalo]=many',
    policies: '/policies', matchings: '/matchings', audit: '/audit', missing: '/nowhere',
  },
  prescripteur: {
    households: '/households', household: `/households/${own}`, unit: `/units/${units[0]}`, pair: `/pairs/${own}/${units[0]}`,
    decisions: '/decisions', foreign: `/households/${foreign}`, forbidden: '/weights',
  },
  bailleur: {
    units: '/units', unit: `/units/${units[0]}`, 'unit-without': `/units/${tool.quiet}`, decisions: '/decisions',
    letter: `/pairs/${tool.proposed}/${units[0]}/letter`, forbidden: '/households',
  },
};

try {
  for (const language of ['fr', 'en']) {
    const door = await visitor(null, language);
    await door.goto(`${tool.url}/login`);
    await look(door, 'login', language);
    await door.context().close();
    for (const [login, addresses] of Object.entries(pages)) {
      const page = await visitor(login, language);
      for (const [name, address] of Object.entries(addresses)) {
        await page.goto(tool.url + address);
        const html = await look(page, `${login}-${name}`, language);
        if (login === 'bailleur') check(!health.test(html), `${name}: a landlord reads ${health.exec(html)?.[0]}`);
      }
      await page.context().close();
    }
  }
  for (const story of ['night', 'doors', 'landlord', 'decision', 'weights', 'matching', 'letter'])
    await (await import('./stories.mjs'))[story]({ tool, visitor, look, check, folder });
} finally {
  await browser.close();
  await tool.stop();
}
console.log(faults === 0 ? `all ${passed} checks pass` : `${faults} faults, ${passed} checks pass`);
process.exit(faults === 0 ? 0 : 1);
