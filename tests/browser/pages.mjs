// Every page of both sites: axe in light, dark and on a phone, nothing wider than 320 pixels, no violation of the
// content policy, no error, no third party, no word without translation; then the validity of all their HTML.
// Pages are found through links; each page of the route list must have been met.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { launch } from './support/browser.mjs';
import { isNew, links } from './support/crawl.mjs';
import { look, untranslated, wide } from './support/look.mjs';
import { agentsPages, patternOf, residentsPages } from './support/routes.mjs';
import { afterwards, scenes, strangers } from './support/scenes.mjs';
import { agents, council, residents, signIn, speak } from './support/session.mjs';
import { htmlValidate, vnu } from './support/validity.mjs';
import { watch } from './support/watch.mjs';

const folder = join(import.meta.dirname, '../../build/browser/pages');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const faults = [];
const report = (fault) => {
  faults.push(fault);
  console.error(fault);
};
const files = new Map();
const met = new Set();

const keep = (html, where) => {
  const path = join(folder, `${String(files.size + 1).padStart(3, '0')}.html`);
  writeFileSync(path, html);
  files.set(path, where);
  for (const fault of untranslated(html)) report(`${where} ${fault}`);
};

const meet = (url) => {
  const { origin, pathname } = new URL(url);
  const here = origin === residents;
  met.add((here ? 'public ' : 'agents ') + patternOf(here ? residentsPages : agentsPages, pathname));
};

const open = async (browser, account, language = 'fr') => {
  const context = await browser.newContext({ locale: `${language}-FR`, viewport: wide });
  const page = await context.newPage();
  const heard = await watch(page, { statuses: [400, 404, 409, 422, 503] });
  if (account) await signIn(page, account);
  if (account) await speak(page, language);
  const close = async (where) => {
    for (const fault of heard.splice(0)) report(`${where} ${fault}`);
  };
  return { context, page, close };
};

const visit = async ({ page, close }, address) => {
  const answer = await page.goto(address);
  const status = answer?.status() ?? 0;
  const where = new URL(page.url()).pathname + new URL(page.url()).search;
  if (status >= 400) report(`${where} answers ${status}`);
  if (!(answer?.headers()['content-type'] ?? '').startsWith('text/html')) return [];
  for (const one of [address, page.url()]) meet(one);
  keep(await answer.text(), where);
  const found = await links(page);
  for (const fault of await look(page)) report(`${where} ${fault}`);
  await close(where);
  return found;
};

// Follows the links of the account, sharing what is seen with the other walkers.
const walk = async (browser, account, starts) => {
  const session = await open(browser, account);
  const list = [...starts];
  while (list.length && files.size < 340) {
    const address = list.shift();
    if (!isNew(address)) continue;
    list.push(...(await visit(session, address)));
  }
  await session.context.close();
};

const play = async (browser, account, named) => {
  const session = await open(browser, account);
  for (const [name, scene] of Object.entries(named)) {
    const failed = await scene(session.page).catch((error) => error);
    if (failed) {
      report(`${name} was not reached: ${failed.message.split('\n')[0]}`);
      continue;
    }
    meet(session.page.url());
    keep(await session.page.content(), name);
    for (const fault of await look(session.page)) report(`${name} ${fault}`);
    await session.close(name);
  }
  await session.context.close();
};

// The same addresses in English: words and validity, without drawing them.
const read = async (browser, addresses) => {
  const { context, page } = await open(browser, 'coordination', 'en');
  for (const address of addresses) {
    const answer = await context.request.get(agents + address);
    const html = await answer.text();
    if (answer.ok() && !html.includes('<html lang="en"')) report(`${address} is not in English`);
    if (answer.ok()) keep(html, `${address} (English)`);
  }
  await page.close();
  await context.close();
};

const browser = await chromium.launch(launch);
const line = async (...tasks) => {
  for (const task of tasks) await task();
};
const home = `${agents}${council}`;
await Promise.all([
  line(() => walk(browser, 'coordination', [home, `${home}/today`, `${home}/openapi`, `${agents}/`])),
  line(
    () => walk(browser, '', [`${agents}/sign-in`, `${residents}/`]),
    () => play(browser, '', strangers),
    () => play(browser, 'coordination', scenes),
    () => walk(browser, 'administration', [home, `${home}/accounts/charter/new`, `${home}/profile`]),
    () => walk(browser, 'dpo', [home, `${home}/journal`]),
    () => walk(browser, 'elue', [home]),
  ),
]);
await play(browser, 'coordination', afterwards);
await read(browser, [...new Set([...files.values()].filter((where) => where.startsWith(`${council}`)))]);
await browser.close();

for (const message of [...vnu(folder), ...(await htmlValidate(files))]) {
  const file = [...files].find(([path]) => message.startsWith(path.split('/').at(-1)));
  report(`${file?.[1] ?? ''} ${message}`);
}
for (const pattern of agentsPages) if (!met.has(`agents ${pattern}`)) report(`${pattern} was never met`);
for (const pattern of residentsPages)
  if (!met.has(`public ${pattern}`)) report(`${pattern} of the public site was never met`);
console.log(`${files.size} pages`);
process.exit(faults.length ? 1 : 0);
