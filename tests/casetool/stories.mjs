// SPDX-License-Identifier: LGPL-2.1-or-later
// What people do with the case tool, and what must not be possible in it.
import { join } from 'node:path';

/** A request as the page's person makes it, without following where it leads. */
function ask(page, address, options = {}) {
  return page.context().request.fetch(new URL(address, page.url()).href, { maxRedirects: 0, ...options });
}

async function token(page) {
  return page.getAttribute('input[name=token]', 'value');
}

async function text(page, selector) {
  return (await page.textContent(selector)).replace(/\s+/g, ' ').trim();
}

/** In the dark. */
export async function night({ tool, visitor, look }) {
  const page = await visitor('coordination', 'en-GB', { colorScheme: 'dark' });
  for (const [name, address] of [['unit', '/units/U012'], ['pair', '/pairs/H0013/U012'], ['weights', '/weights?unit=U012&w[dalo]=0']]) {
    await page.goto(tool.url + address);
    await look(page, `night-${name}`, 'en');
  }
  await page.context().close();
}

/** Coming in, and not coming in. */
export async function doors({ tool, visitor, check }) {
  const page = await visitor(null, 'en-GB');
  const away = await ask(await (await page.goto(`${tool.url}/login`), page), '/households/H0001?x=1');
  check(away.status() === 303 && away.headers().location === '/login?next=%2Fhouseholds%2FH0001%3Fx%3D1', 'without an account: the door');
  const headers = (await ask(page, '/login')).headers();
  check(/default-src 'none'/.test(headers['content-security-policy']) && !/unsafe/.test(headers['content-security-policy']), 'a strict policy of contents');
  check(headers['cache-control'] === 'no-store' && headers['x-content-type-options'] === 'nosniff', 'nothing is kept on the way');
  check(headers['x-powered-by'] === undefined, 'what runs is not told');

  const before = (await page.context().cookies())[0];
  check(before.httpOnly && before.sameSite === 'Lax', 'the cookie is out of reach of scripts and of other sites');
  await page.fill('#login', 'prescripteur');
  await page.fill('#password', tool.passwords.prescripteur);
  await page.click('main button');
  const after = (await page.context().cookies())[0];
  check(before.value !== after.value, 'who signs in gets another session');
  check(new URL(page.url()).pathname === '/households', 'and comes to the households');

  const form = { kind: 'propose', why: 'x' };
  for (const wrong of [{}, { token: '' }, { token: 'f'.repeat(64) }])
    check((await ask(page, '/language', { method: 'POST', form: { language: 'fr', ...wrong } })).status() === 403, `no token ${JSON.stringify(wrong)}: 403`);
  check((await ask(page, `/pairs/${tool.own}/U012/decisions`, { method: 'POST', form: { ...form, token: await token(page) } })).status() === 403, 'a prescriber decides nothing: 403');
  for (const address of [`/households/${tool.foreign}`, `/households/${tool.foreign}/letter`, `/pairs/${tool.foreign}/U012`,
    `/pairs/${tool.foreign}/U012/letter`, `/pairs?household=${tool.foreign}&unit=U012`, '/households/nobody', "/households/x'--", '/households/%00',
    '/nowhere', '/../src/App.php', '/src/App.php', '/var/case.sqlite'])
    check((await ask(page, address)).status() === 404, `${address}: 404`);
  for (const address of ['/weights', '/policies', '/matchings', '/audit'])
    check((await ask(page, address)).status() === 403, `a prescriber at ${address}: 403`);
  check((await ask(page, '/login', { method: 'PUT' })).status() === 405, 'what is not foreseen: 405');
  const own = tool.ask("SELECT id FROM households WHERE referrer = 'R11'");
  const seen = [];
  for (let n = 1; n <= Math.ceil(own.length / 25); n++)
    seen.push(...(await (await ask(page, `/households?page=${n}`)).text()).matchAll(/H\d{4}(?=<)/g));
  check(seen.map(String).sort().join() === own.sort().join(), 'the list holds the own households, and all of them');
  await page.goto(`${tool.url}/households?q=${tool.foreign}`);
  check(await text(page, '.count') === '0 households', 'nor can others be found');
  await page.goto(`${tool.url}/units/${tool.units[0]}`);
  const files = await page.$$eval('.files .id', (links) => links.map((link) => link.textContent));
  check(files.length > 0 && files.every((id) => own.includes(id)), 'of a shortlist a prescriber sees the own files');

  await page.click('text=Français');
  check(await page.getAttribute('html', 'lang') === 'fr', 'the tongue that is chosen');
  await page.goto(`${tool.url}/units`);
  check(await page.getAttribute('html', 'lang') === 'fr', 'stays');
  const there = await ask(page, '/language', { method: 'POST', form: { token: await token(page), language: 'en', next: '//elsewhere.example' } });
  check(there.headers().location === '/', 'nobody is sent to another site');
  for (const next of ['/\\elsewhere.example', 'https://elsewhere.example', '/\n/elsewhere.example', 'elsewhere'])
    check((await ask(page, '/language', { method: 'POST', form: { token: await token(page), language: 'en', next } })).headers().location === '/', `nor by ${next}`);
  await page.click('text=Se déconnecter');
  check((await ask(page, '/households')).status() === 303, 'who has signed out is out');
  await page.context().addCookies([{ ...after }]);
  check((await ask(page, '/households')).status() === 303, 'so is the old session');
  await page.context().close();

  const thief = await visitor(null, 'en-GB');
  await thief.goto(`${tool.url}/login`);
  for (let i = 0; i < 6; i++) {
    await thief.fill('#login', 'prescripteur2');
    await thief.fill('#password', i < 5 ? 'guess' : tool.passwords.prescripteur2);
    await thief.click('main button');
  }
  check(/Too many tries/.test(await text(thief, 'main')), 'after five wrong passwords even the right one must wait');
  await thief.context().close();
  check(tool.ask("SELECT account FROM audit WHERE action = 'refused'").join() === 'prescripteur2,prescripteur2,prescripteur2,prescripteur2,prescripteur2', 'each is in the audit');
}

/** A landlord reads what a third party may, of its own homes. */
export async function landlord({ tool, visitor, check }) {
  const page = await visitor('bailleur', 'fr');
  const foreign = tool.ask("SELECT id FROM units WHERE landlord <> 'L07' ORDER BY id")[0];
  for (const address of [`/units/${foreign}`, `/pairs/${tool.proposed}/${foreign}/letter`, `/pairs/${tool.foreign}/${tool.units[0]}/letter`,
    `/pairs/${tool.proposed}/${tool.units[1]}/letter`])
    check((await ask(page, address)).status() === 404, `a landlord at ${address}: 404`);
  for (const address of ['/households', `/households/${tool.proposed}`, `/pairs/${tool.proposed}/${tool.units[0]}`, '/audit'])
    check((await ask(page, address)).status() === 403, `a landlord at ${address}: 403`);
  const decisions = await (await ask(page, '/decisions')).text();
  check(tool.units.every((unit) => decisions.includes(unit)), 'it reads who is proposed');
  check(!decisions.includes('vient d'), 'but not why, where anything may stand');
  const letter = await (await ask(page, `/pairs/${tool.proposed}/${tool.units[0]}/letter`)).text();
  check(/communicables à un tiers/.test(letter) && /seul le coordinateur/.test(letter), 'the letter is the one for third parties');
  await page.context().close();
}

/** The engine proposes, a person decides. */
export async function decision({ tool, visitor, look, check }) {
  const page = await visitor('coordination', 'fr');
  await page.goto(`${tool.url}/units/U012`);
  const [first, second] = await page.$$eval('.files .id', (links) => links.map((link) => link.textContent));
  check(await page.isVisible(`li:has-text("${first}") >> text=à proposer ensuite`), 'the first of the list is proposed');
  await page.click(`text=${second}`);
  check((await text(page, '.decide')).includes(`l'outil propose d'abord le ménage ${first}`), 'who would be first is told');
  await page.check('input[value=propose]');
  await page.click('.decide button');
  check(/dites pourquoi/.test(await text(page, '[role=alert]')), 'departing without a reason is refused');
  check(await page.isChecked('input[value=propose]'), 'what was chosen is still there');
  check(tool.ask("SELECT COUNT(*) FROM decisions WHERE unit_id = 'U012'")[0] === '0', 'and nothing is recorded');
  await look(page, 'decide-missing', 'fr');
  const why = 'Proche de l\'école <b>"&</b> du travail';
  await page.fill('#why', why);
  await page.click('.decide button');
  check(/Décision enregistrée/.test(await text(page, '[role=status]')), 'with a reason it is recorded');
  check(await text(page, '.stack .why') === why, 'the reason stands there as it was written');
  check(/s'écarte/.test(await text(page, '.stack')) && /coordination/.test(await text(page, '.stack')), 'with who, and that it departs');
  await look(page, 'decided', 'fr');
  await page.goto(`${tool.url}/pairs/${first}/U012`);
  await page.check('input[value=propose]');
  await page.click('.decide button');
  check(/comme proposé/.test(await text(page, '.stack')), 'as proposed: without a reason');
  for (const [household, departs] of [[second, '1'], [first, '0']])
    check(tool.ask(`SELECT departs FROM decisions WHERE unit_id = 'U012' AND household_id = '${household}'`).join() === departs, 'both are kept');
  await page.goto(`${tool.url}/audit?action=decided`);
  check((await text(page, 'tbody')).includes(second), 'and stand in the audit');
  await page.context().close();
}

/** Weights that are tried change nothing; those that are adopted change every list. */
export async function weights({ tool, visitor, look, check }) {
  const plain = await visitor('coordination', 'en-GB', { javaScriptEnabled: false });
  await plain.goto(`${tool.url}/weights?unit=U040`);
  const rows = (page, table) => page.$$eval(`#ranking ~ .two table:nth-of-type(${table}) tbody tr`, (trs) => trs.map((tr) => tr.textContent.replace(/\s+/g, ' ').trim()));
  const before = await rows(plain, 1);
  check(before.length > 0 && (await rows(plain, 2)).length === 0, 'at first there is the present ranking');
  await plain.click('summary >> nth=0');
  await plain.fill('#w-dalo', '0');
  await plain.fill('#w-seniority', '2,5');
  await plain.click('#weights button');
  const tried = await rows(plain, 2);
  check(tried.length > 0 && tried.some((row) => /▲ up/.test(row)) && tried.some((row) => /▼ down/.test(row)), 'without JavaScript: who moves up and down');
  const ids = (list) => list.map((row) => /H\d{4}/.exec(row)[0]).join();
  check(ids(await rows(plain, 1)) === ids(before), 'beside the present one');
  check(ids(before) !== ids(tried), 'the ranking changes');
  check(tool.ask('SELECT COUNT(*) FROM policies')[0] === '1', 'nothing is adopted by looking');

  await plain.fill('#version', '2026.1');
  await plain.fill('#adopt-why', 'Vote');
  await plain.click('#adopt ~ form button');
  check(/exists already/.test(await text(plain, '[role=alert]')), 'a version is used once');
  await plain.fill('#version', '2026.2');
  await plain.click('#adopt ~ form button');
  check(/Policy adopted/.test(await text(plain, '[role=status]')), 'adopted by a person');
  const entry = await text(plain, '.entry');
  check(/2026\.2/.test(entry) && /coordination/.test(entry) && /Vote/.test(entry) && /60 → 0/.test(entry), 'with who, why and what');
  await plain.goto(`${tool.url}/weights?unit=U040`);
  check(ids(await rows(plain, 1)) === ids(tried), 'from now on lists follow it');
  const stale = await ask(plain, '/policies', { method: 'POST', form: { token: await token(plain), base: '0'.repeat(64), version: '3', why: 'x', 'w[dalo]': '9' } });
  check(stale.status() === 409, 'what was tried beside another policy is not adopted: 409');
  await plain.context().close();

  const page = await visitor('coordination', 'fr');
  await page.goto(`${tool.url}/weights?unit=U040`);
  await page.click('summary >> nth=0');
  await page.locator('.weight:has(#w-dalo) input[type=range]').fill('20');
  await page.waitForSelector('#adopt');
  check(await page.inputValue('#w-dalo') === '20', 'a slider moves its field');
  check(/w%5Bdalo%5D=20/.test(page.url()), 'and what is tried stands in the address');
  await page.fill('#w-street-margins', '-3');
  await page.waitForSelector('text=contredirait le Logement');
  check(await page.$('#adopt') === null, 'what would break Housing First is refused, and cannot be adopted');
  await look(page, 'weights-sliders', 'fr');
  await page.goto(`${tool.url}/policies`);
  await look(page, 'policies-two', 'fr');
  await page.context().close();
}

/** All at once: proposed, kept, made again. */
export async function matching({ tool, visitor, look, check }) {
  const page = await visitor('coordination', 'en-GB');
  const decided = tool.ask('SELECT COUNT(*) FROM decisions')[0];
  for (const mechanism of ['sequential', 'optimal']) {
    await page.goto(`${tool.url}/matchings`);
    await page.selectOption('#mechanism', mechanism);
    await page.click('main .search button');
    await look(page, `matching-${mechanism}`, 'en');
  }
  check(/proven/.test(await text(page, '.facts')), 'the best is proven');
  check(tool.ask('SELECT COUNT(*) FROM decisions')[0] === decided, 'nothing is decided by it');
  await page.click('text=Make again and compare');
  check(/the same to the byte/.test(await text(page, '[role=status]')), 'it can be made again');
  const record = await (await ask(page, await page.getAttribute('text=Record to be kept', 'href'))).json();
  check(record.status === 'optimal' && record.pairs.length === Number(tool.ask('SELECT housed FROM matchings ORDER BY id DESC')[0]), 'its record says the same');
  const pair = record.pairs[0];
  await page.fill('#q', pair.household);
  await page.click('main .search button');
  check((await text(page, 'tbody')).includes(pair.unit), 'a household is found in it');
  await page.click('tbody >> text=Decide');
  check(new URL(page.url()).pathname === `/pairs/${pair.household}/${pair.unit}`, 'and waits for a decision');
  await page.goBack();
  await page.click('text=Report for the commission');
  check(/Proven/.test(await page.textContent('body')), 'the report of the library');
  check(await page.evaluate(() => getComputedStyle(document.querySelector('table')).borderCollapse) === 'collapse', 'with its style');
  await page.context().close();

  check(/^H\d+\n[^]*households would be removed/.test(tool.run('bin/purge.php', '--dry-run', '--day', '2027-06-01')), 'a purge can be looked at first');
  check(tool.ask('SELECT COUNT(*) FROM households')[0] === '600', 'and then removes nobody');
  const due = tool.ask("SELECT id FROM households WHERE COALESCE(last_contact, referral_date, request_date) < '2025-06-01' ORDER BY id");
  check(/2 registers? forgotten|1 registers? forgotten/.test(tool.run('bin/purge.php', '--day', '2027-06-01')), 'a purge forgets registers');
  const left = `${tool.ask('SELECT id FROM households')},${tool.ask('SELECT household_id FROM audit')},${tool.ask('SELECT document FROM documents')},${tool.ask('SELECT document FROM matchings')}`;
  check(due.length > 0 && due.every((id) => !left.includes(id)), 'and whoever is due is nowhere any more');
  const gone = await visitor('coordination', 'fr');
  const id = tool.ask('SELECT id FROM matchings')[0];
  check((await ask(gone, `/matchings/${id}`)).status() === 410, 'their matching is gone: 410');
  await gone.goto(`${tool.url}/matchings`);
  await look(gone, 'matchings-purged', 'fr');
  await gone.context().close();
}

/** What a person is handed. */
export async function letter({ tool, visitor, check, folder }) {
  const page = await visitor('prescripteur', 'fr');
  await page.goto(`${tool.url}/households/${tool.ask("SELECT id FROM households WHERE referrer = 'R11' ORDER BY id")[0]}`);
  const home = await page.textContent('.files .id');
  await page.click('.files .id');
  await page.click('text=Explication à remettre');
  const words = await page.textContent('.letter');
  for (const part of ['L.311-3-1', '1. Degré', '2. Données', '3. Paramètres', '4. Opérations', 'Une personne décide', home])
    check(words.includes(part), `the letter has: ${part}`);
  const pdf = await page.pdf({ preferCSSPageSize: true, path: folder ? join(folder, 'letter.pdf') : undefined });
  check(pdf.subarray(0, 5).toString() === '%PDF-', 'it prints');
  await page.emulateMedia({ media: 'print' });
  check(!await page.isVisible('.top') && await page.isVisible('.letter h1'), 'without the frame of the screen');
  if (folder) await page.screenshot({ path: join(folder, 'letter-print.png'), fullPage: true });
  await page.context().close();
}
