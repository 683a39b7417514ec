// Every page that links lead to, for several accounts: axe in light, dark and on a phone, nothing wider than 320
// pixels, no violation of the content policy, no error, no third party; then the validity of all their HTML.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { axe } from './support/axe.mjs';
import { launch } from './support/browser.mjs';
import { links, shape } from './support/crawl.mjs';
import { agents, council, residents, signIn } from './support/session.mjs';
import { htmlValidate, vnu } from './support/validity.mjs';
import { watch } from './support/watch.mjs';

const folder = join(import.meta.dirname, '../../build/browser/pages');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const wide = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const faults = [];
const files = new Map();
const seen = new Set();

const look = async (page, name, address) => {
  for (const [size, colorScheme] of [
    [wide, 'light'],
    [wide, 'dark'],
    [phone, 'light'],
  ]) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const where = `${address} (${size === phone ? 'phone' : colorScheme})`;
    for (const violation of await axe(page)) faults.push(`${where} ${violation}`);
  }
  await page.setViewportSize({ width: 320, height: 700 });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (over > 0) faults.push(`${address} is ${over} px wider than a screen of 320 px`);
  const headings = await page.locator('h1').count();
  if (headings !== 1) faults.push(`${address} has ${headings} h1`);
  await page.setViewportSize(wide);
  files.set(join(folder, `${name}.html`), address);
};

const visit = async (page, address) => {
  const answer = await page.goto(address, { waitUntil: 'networkidle' });
  const status = answer?.status() ?? 0;
  if (status >= 400) faults.push(`${address} answers ${status}`);
  if (!(answer?.headers()['content-type'] ?? '').startsWith('text/html')) return [];
  const name = String(files.size + 1).padStart(3, '0');
  writeFileSync(join(folder, `${name}.html`), await answer.text());
  await look(page, name, new URL(page.url()).pathname + new URL(page.url()).search);
  return links(page);
};

const walk = async (browser, account, starts) => {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: wide });
  const page = await context.newPage();
  const heard = await watch(page);
  if (account) await signIn(page, account);
  const waiting = [...starts];
  while (waiting.length && files.size < 150) {
    const address = waiting.shift();
    if (seen.has(shape(address))) continue;
    seen.add(shape(address));
    waiting.push(...(await visit(page, address)));
    for (const fault of heard.splice(0)) faults.push(`${address} ${fault}`);
  }
  await context.close();
};

const browser = await chromium.launch(launch);
await walk(browser, '', [`${agents}/sign-in`, `${residents}/`]);
for (const account of ['coordination', 'administration', 'dpo', 'elue'])
  await walk(browser, account, [`${agents}${council}`]);
await browser.close();

for (const message of [...vnu(folder), ...(await htmlValidate(files))]) {
  const file = [...files].find(([path]) => message.startsWith(path.split('/').at(-1)));
  faults.push(`${file?.[1] ?? ''} ${message}`);
}
console.log(`${files.size} pages`);
for (const fault of faults) console.error(fault);
process.exit(faults.length ? 1 : 0);
