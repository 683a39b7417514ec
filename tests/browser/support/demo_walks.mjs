// The walk of each step of the help page "The demo in 20 minutes", in its order. A walk gets what its step quotes
// (`quoted`) and what it says to type (`typed`); it calls `look` on a page that it leaves before the step ends.
import { expect } from '@playwright/test';
import { agents, council } from './session.mjs';

const heading = (page) => page.getByRole('heading', { level: 1 });
const board = async ({ page, look }) => {
  await page.goto(`${agents}${council}/dashboard`);
  await look();
};
const inMain = (page, name) => page.locator('main').getByRole('link', { name, exact: true }).first();
const fromMenu = (page, name) => page.locator('nav').getByRole('link', { name, exact: true }).first().click();
const button = (page, name) => page.getByRole('button', { name, exact: true });

const signIn = async (page, address, password) => {
  await page.locator('input[name="email"]').fill(address);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('main button[type="submit"]').click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
};

// What a later step goes back to: the password of the first one, the row that a value was entered in.
let password;
let entered;

const comeIn = async ({ page, typed: [address, secret] }) => {
  password = secret;
  await page.goto(`${agents}/sign-in`);
  await signIn(page, address, secret);
  await expect(heading(page)).toHaveText('Aujourd’hui');
};

const openLate = async ({ page, look, quoted: [late] }) => {
  await look();
  await page.locator('.kpi', { hasText: late }).getByRole('link').click();
  await expect(page).toHaveURL(/alarm=late/);
  await expect(page.locator('tbody tr').first()).toBeVisible();
};

const openAction = async ({ page }) => {
  await page.locator('tbody tr th a').first().click();
  await expect(page).toHaveURL(/actions\/[A-Z]+-\d+/);
};

const writeNews = async ({ page, look, quoted: [, said, publish] }) => {
  await page.locator('#news_text').fill(said);
  await look();
  await button(page, publish).click();
  await expect(page.locator('main li, main article').filter({ hasText: said }).first()).toContainText(
    'Camille Martin',
  );
};

const openBoard = async ({ page, quoted: [name] }) => {
  await fromMenu(page, name);
  await expect(heading(page)).toHaveText(name);
  await expect(page.locator('#council tbody tr').first()).toBeVisible();
};

const refuseToConclude = async ({ page, quoted: [name, conclusion] }) => {
  await page.locator('#council tbody tr th a').first().click();
  await expect(heading(page)).toHaveText(name);
  await expect(page.locator('main')).toContainText(conclusion);
};

const refuseToCompare = async ({ page, look, quoted: [name, refusal] }) => {
  await board({ page, look });
  await page.locator('#council').getByRole('link', { name }).click();
  await expect(page.locator('main')).toContainText(refusal);
};

const freeze = async (page, title) => {
  await page.locator('#title').fill(title);
  await page.locator('#meeting_on').fill('15/12/2026');
  await button(page, 'Figer le tableau de bord').click();
  await page.waitForURL(/snapshots\/\d+$/);
  await expect(heading(page)).toContainText(title);
};

const freezeFirst = async ({ page, look, quoted: [snapshots, begin, missing, title] }) => {
  await board({ page, look });
  await inMain(page, snapshots).click();
  await expect(heading(page)).toContainText(snapshots);
  await inMain(page, begin).click();
  await expect(page.getByRole('heading', { name: missing })).toBeVisible();
  await look();
  await freeze(page, title);
};

const takeAway = async ({ page, quoted: [print] }) => {
  await button(page, print).click();
  await page.waitForURL(/\/jobs\/\d+/);
  const ready = page.getByRole('link', { name: /^Télécharger/ });
  await expect(ready).toBeVisible({ timeout: 60_000 });
  const file = page.waitForEvent('download');
  await ready.click();
  expect((await file).suggestedFilename()).toMatch(/\.pdf$/);
};

const whatIsAsked = async ({ page, look, quoted: [tab] }) => {
  await board({ page, look });
  await inMain(page, tab).click();
  await expect(heading(page)).toHaveText(tab);
  await expect(page.locator('main tbody tr').first()).toBeVisible();
};

const enterWithAFault = async ({ page, look, quoted: [tab, entry, wrong, save], typed: [right] }) => {
  await board({ page, look });
  await inMain(page, tab).click();
  await page.getByRole('link', { name: entry }).click();
  const cell = page.locator('main input.n').first();
  const name = await cell.getAttribute('name');
  entered = await cell.evaluate((field) => field.closest('tr').querySelector('th').firstChild.textContent);
  await cell.fill(wrong);
  await button(page, save).click();
  await expect(page.locator('#es')).toBeFocused();
  await look();
  const again = page.locator(`[name="${name}"]`);
  await expect(again).toHaveValue(wrong);
  await again.fill(right);
  await button(page, save).click();
  await expect(page).toHaveURL(/dashboard\/G3$/);
};

const ruleOfAGroup = async ({ page, look, quoted: [tab, rule] }) => {
  await board({ page, look });
  await inMain(page, tab).click();
  await expect(page.locator('main')).toContainText(rule.replaceAll("'", '’'));
  await expect(page.locator('#agreement')).toContainText('décision');
};

const importAndExport = async ({ page, look, quoted: [wizard, model, actions, exported] }) => {
  await board({ page, look });
  await page.getByRole('link', { name: wizard }).first().click();
  const workbook = page.waitForEvent('download');
  await page.getByRole('link', { name: model }).click();
  expect((await workbook).suggestedFilename()).toBe('model.xlsx');
  await look();
  await fromMenu(page, actions);
  await expect(heading(page)).toHaveText(actions);
  const link = page.getByRole('link', { name: exported });
  if (!(await link.isVisible())) await page.locator('main summary', { hasText: 'Export' }).first().click();
  const list = page.waitForEvent('download');
  await link.click();
  expect((await list).suggestedFilename()).toBe('actions.xlsx');
};

const compareSnapshots = async ({ page, look, quoted: [title, compare, name] }) => {
  await page.goto(`${agents}${council}/snapshots/new`);
  await freeze(page, title);
  await look();
  await page.getByRole('link', { name: compare }).click();
  await expect(heading(page)).toHaveText(name);
  await expect(page.locator('#indicators tr', { hasText: entered })).toContainText(/Manquant\s*4 /);
};

const present = async ({ page, look, quoted: [begin] }) => {
  await board({ page, look });
  await inMain(page, begin).click();
  const at = page.locator('.slide .at');
  await expect(at).toBeVisible();
  // The keys are heard once the script of the slides has come.
  await page.waitForLoadState('networkidle');
  for (const [key, wanted] of [
    ['ArrowRight', /^2 sur /],
    ['ArrowLeft', /^1 sur /],
  ]) {
    await page.keyboard.press(key);
    await expect(at).toHaveText(wanted);
  }
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/dashboard$/);
};

const openReview = async ({ page, look, quoted: [name, write, part] }) => {
  await fromMenu(page, name);
  await expect(heading(page)).toContainText(name);
  await look();
  const section = page.locator('main section').filter({ has: page.getByRole('heading', { name: part }) });
  await section.getByRole('link', { name: write }).first().click();
  await page.locator('#review_text').fill('La coordination **relit** son texte.');
  await expect(page.locator('.draft')).toContainText('Brouillon enregistré');
};

const readTheLetter = async ({ page, look, quoted: [name, , , send] }) => {
  await fromMenu(page, name);
  await expect(page.locator('.letter').first()).toContainText('Actions : 47');
  await look();
  await button(page, send).click();
  await expect(page.locator('#es')).toBeFocused();
};

const readTheJournal = async ({ page, quoted: [name, value, frozen] }) => {
  await fromMenu(page, name);
  await expect(heading(page)).toHaveText(name);
  for (const act of [value, frozen, 'Nouvelle sur une action'])
    await expect(page.locator('main tbody')).toContainText(act);
};

const changeLanguage = async ({ page, look, quoted: [english, french] }) => {
  await look();
  await button(page, english).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await look();
  await button(page, french).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
};

const otherMandate = async ({ page, look, quoted: [out, name], typed: [address] }) => {
  await look();
  await page.locator('.top .menu > summary').click();
  await button(page, out).click();
  await page.waitForURL(/sign-in/);
  await page.goto(`${agents}/sign-in`);
  await signIn(page, address, password);
  await fromMenu(page, name);
  await expect(page.locator('#council tbody tr').first()).toBeVisible();
  for (const change of ['Nouvel indicateur', 'Importer d’un tableur'])
    await expect(page.getByRole('link', { name: change })).toHaveCount(0);
};

export const walks = [
  ...[comeIn, openLate, openAction, writeNews, openBoard, refuseToConclude, refuseToCompare, freezeFirst],
  ...[takeAway, whatIsAsked, enterWithAFault, ruleOfAGroup, importAndExport, compareSnapshots, present],
  ...[openReview, readTheLetter, readTheJournal, changeLanguage, otherMandate],
];
