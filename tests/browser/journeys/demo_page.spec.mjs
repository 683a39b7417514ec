// The tutorial page, step by step, as its words say: a step without its walk here, or a walk without its step, fails.
import { test as base } from '@playwright/test';
import { agents, council, password, signIn } from '../support/session.mjs';
import { watch } from '../support/watch.mjs';
import { expect } from './fixture.mjs';

const heading = (page) => page.getByRole('heading', { level: 1 });
const board = (page) => page.goto(`${agents}${council}/dashboard`);
const tab = async (page, name) => {
  await board(page);
  await page.locator('main').getByRole('link', { name, exact: true }).first().click();
};
const fromMenu = (page, name) => page.locator('nav').getByRole('link', { name, exact: true }).first().click();

const walks = {
  '1-se-connecter': async (page) => {
    await page.goto(`${agents}/sign-in`);
    await page.locator('input[name="email"]').fill('coordination@laval.example');
    await page.locator('input[name="password"]').fill(password);
    await page.locator('main button[type="submit"]').click();
    await expect(heading(page)).toHaveText('Aujourd’hui');
    await expect(page.locator('body')).toContainText('Camille Martin');
  },
  '2-voir-ce-qui-est-en-retard': async (page) => {
    await page.locator('main').getByRole('link', { name: 'En retard' }).first().click();
    await expect(page).toHaveURL(/alarm=late/);
    await expect(page.locator('tbody tr').first()).toBeVisible();
  },
  '3-ouvrir-une-action': async (page) => {
    await page.locator('tbody tr th a').first().click();
    await expect(page).toHaveURL(/actions\/[A-Z]+-\d+/);
    for (const part of ['Étapes', 'Nouvelles', 'Historique'])
      await expect(page.locator('main')).toContainText(part);
  },
  '4-ecrire-une-nouvelle': async (page) => {
    const said = 'La réunion de quartier a eu lieu.';
    await page.locator('#news_text').fill(said);
    await page.getByRole('button', { name: 'Publier la nouvelle' }).click();
    await expect(page.locator('main')).toContainText(said);
    await expect(page.locator('main')).toContainText('Camille Martin');
  },
  '5-ouvrir-le-tableau-de-bord': async (page) => {
    await fromMenu(page, 'Tableau de bord');
    await expect(heading(page)).toHaveText('Tableau de bord');
    await expect(page.locator('#council tbody tr').first()).toBeVisible();
    await expect(page.locator('main')).toContainText('Aucune valeur');
  },
  '6-une-comparaison-qui-refuse-de-conclure': async (page) => {
    await page.locator('#council tbody tr th a').first().click();
    await expect(page.locator('main')).toContainText('Pas de conclusion');
    await expect(page.locator('main')).toContainText('hausse');
  },
  '7-deux-periodes-qui-ne-se-comparent-pas': async (page) => {
    await board(page);
    await page.locator('#council a[href$="/indicators/aab-part"]').first().click();
    await expect(page.locator('main')).toContainText('Comparaison impossible');
  },
  '8-les-donnees-a-collecter': async (page) => {
    await tab(page, 'Données à collecter');
    await expect(heading(page)).toHaveText('Données à collecter');
    await expect(page.locator('main tbody tr').first()).toBeVisible();
  },
  '9-saisir-avec-une-faute': async (page) => {
    await tab(page, 'G3');
    await page.getByRole('link', { name: 'Saisir les valeurs' }).click();
    const cell = page.locator('main input.n').first();
    const name = await cell.getAttribute('name');
    await cell.fill('quatre');
    await page.getByRole('button', { name: 'Enregistrer les valeurs' }).click();
    await expect(page.locator('#es')).toBeFocused();
    const again = page.locator(`[name="${name}"]`);
    await expect(again).toHaveValue('quatre');
    await again.fill('4');
    await page.getByRole('button', { name: 'Enregistrer les valeurs' }).click();
    await expect(page).toHaveURL(/dashboard\/G3$/);
  },
  '10-la-regle-d-un-groupe': async (page) => {
    await tab(page, 'G1');
    await expect(page.locator('main')).toContainText('Jeu d’indicateurs à compléter');
    await expect(page.locator('#agreement')).toContainText('décision');
  },
  '11-importer-d-un-tableur': async (page) => {
    await board(page);
    await page.getByRole('link', { name: 'Importer d’un tableur' }).first().click();
    const model = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Télécharger le modèle' }).click();
    expect((await model).suggestedFilename()).toBe('model.xlsx');
  },
  '12-exporter': async (page) => {
    await fromMenu(page, 'Actions');
    const file = page.waitForEvent('download');
    const link = page.getByRole('link', { name: 'Exporter en XLSX' });
    if (!(await link.isVisible())) await page.locator('main summary', { hasText: 'Export' }).first().click();
    await link.click();
    expect((await file).suggestedFilename()).toBe('actions.xlsx');
  },
  '13-lire-le-journal': async (page) => {
    await fromMenu(page, 'Journal');
    await expect(heading(page)).toHaveText('Journal');
    await expect(page.locator('main tbody tr').first()).toBeVisible();
    await expect(page.locator('main tbody')).toContainText('Valeur saisie');
  },
  '14-changer-de-langue': async (page) => {
    await page.locator('.tools button[name="language"][value="en"]').click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.locator('.tools button[name="language"][value="fr"]').click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  },
  '15-ce-que-voit-un-autre-mandat': async (page) => {
    await page.context().clearCookies();
    await signIn(page, 'elue');
    await board(page);
    await expect(page.locator('#council tbody tr').first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Nouvel indicateur' })).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Importer d’un tableur' })).toHaveCount(0);
  },
};

const stepsOf = async (page, language) => {
  await page.goto(`${agents}/help/demo-20-minutes`);
  if ((await page.locator('html').getAttribute('lang')) !== language) {
    await page.locator(`button[name="language"][value="${language}"]`).first().click();
    await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
  }
  const ids = await page.locator('article h2[id]').evaluateAll((all) => all.map((one) => one.id));
  return ids.filter((id) => /^\d/.test(id));
};

base('the steps of the page are those that are walked here, in both languages', async ({ page }) => {
  expect(await stepsOf(page, 'fr')).toEqual(Object.keys(walks));
  const english = await stepsOf(page, 'en');
  expect(english.map((id) => Number.parseInt(id, 10))).toEqual(Object.keys(walks).map((_, at) => at + 1));
});

base('each step of the page can be walked as it is written', async ({ page }) => {
  const faults = await watch(page, { statuses: [422] });
  for (const [step, walk] of Object.entries(walks)) await base.step(step, () => walk(page));
  expect(faults).toEqual([]);
});
