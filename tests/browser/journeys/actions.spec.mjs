// An action's life as a coordinator lives it with the mouse: made, changed, moved, taken back.
import { council, expect, test } from '../support/fixture.mjs';

const actions = `${council}/actions`;
const codeOf = (page) => new URL(page.url()).pathname.split('/').at(-1);

const make = async (page, title) => {
  await page.goto(`${actions}/new`);
  await page.getByLabel('Titre', { exact: false }).first().fill(title);
  await page.locator('#domain').selectOption('TRQ');
  await page.locator('#pilot').fill('Service jeunesse');
  await page.locator('#due').fill('1/2/27');
  await page.getByRole('button', { name: 'Créer l’action' }).click();
  await page.waitForURL(/actions\/TRQ-\d+/);
  return codeOf(page);
};

test('an action is created with four fields and taken back', async ({ page }) => {
  const code = await make(page, 'Ouvrir un local pour les jeunes');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ouvrir un local pour les jeunes');
  await expect(page.locator('time[datetime="2027-02-01"]').first()).toBeVisible();
  await page.locator('form.undo').getByRole('button').click();
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Ouvrir un local');
  const answer = await page.request.get(`${actions}/${code}`);
  expect(answer.status()).toBe(404);
});

test('a refused form keeps what was typed, takes the focus and says so', async ({ page }) => {
  await page.goto(`${actions}/new`);
  await page.locator('#pilot').fill('Mission « égalité »');
  await page.locator('#due').fill('31/02/2027');
  await page.getByRole('button', { name: 'Créer l’action' }).click();
  await expect(page.locator('#es')).toBeFocused();
  await expect(page).toHaveTitle(/^Erreur/);
  await expect(page.locator('#live')).toContainText('erreurs');
  await expect(page.locator('#pilot')).toHaveValue('Mission « égalité »');
  await expect(page.locator('#due')).toHaveValue('31/02/2027');
  await page.locator('#es a').first().click();
  await expect(page.locator('#title')).toBeFocused();
});

test('an action is changed, and its history undoes it', async ({ page }) => {
  const code = await make(page, 'Réunir les commerçants du centre');
  await page.getByRole('link', { name: 'Modifier', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${code}/edit`));
  await page.locator('#title').fill('Réunir les commerçants de la gare');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('commerçants de la gare');
  await page.locator('.timeline').getByRole('button', { name: 'Annuler' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('commerçants du centre');
});

test('two people change the same action: the second sees both versions', async ({ page, context }) => {
  const code = await make(page, 'Écrire la charte des terrasses');
  const other = await context.newPage();
  await other.goto(`${actions}/${code}/edit`);
  await page.goto(`${actions}/${code}/edit`);
  await page.locator('#pilot').fill('Direction de la tranquillité');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page).toHaveURL(new RegExp(`${code}\\?changed`));
  await other.locator('#pilot').fill('Police municipale');
  await other.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(other.locator('main table')).toContainText('Direction de la tranquillité');
  await expect(other.locator('#pilot')).toHaveValue('Police municipale');
});

test('a step is added, ticked, and moves the progress', async ({ page }) => {
  await make(page, 'Former les agents d’accueil');
  await page.locator('summary', { hasText: 'Ajouter une étape' }).click();
  await page.locator('#step_title').fill('Choisir le formateur');
  await page.locator('form[action$="/steps"]').getByRole('button').click();
  const row = page
    .locator('#steps tr, [aria-labelledby*="steps"] tr')
    .filter({ hasText: 'Choisir le formateur' });
  await row.getByRole('button', { name: /^Cocher/ }).click();
  await expect(row.getByRole('button', { name: /^Décocher/ })).toBeVisible();
  await expect(page.locator('dl .progress').first()).toContainText('100');
});

test('a card of the board moves with its own menu and keeps the focus', async ({ page }) => {
  const code = await make(page, 'Relancer les référents de quartier');
  await page.goto(`${actions}/kanban`);
  const card = page.locator(`#card-${code}`);
  await card.locator('summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator(`[data-state="under_way"] #card-${code}`)).toBeVisible();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(`card-${code}`);
  await expect(page.locator('#live')).toContainText(code);
});

test('a long form is kept while it is typed, and offered again', async ({ page }) => {
  const code = await make(page, 'Tenir la permanence du samedi');
  await page.goto(`${actions}/${code}/edit`);
  await page.locator('#summary').fill('Une permanence le matin, sans rendez-vous.');
  await expect(page.locator('.draft')).toContainText('Brouillon enregistré');
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  await page.goto(`${actions}/${code}/edit`);
  await expect(page.locator('#summary')).toHaveValue('');
  await page.locator('.notice a').click();
  await expect(page.locator('#summary')).toHaveValue('Une permanence le matin, sans rendez-vous.');
});

test('the partners are found by a few letters, with the keyboard', async ({ page }) => {
  const code = await make(page, 'Associer les pompiers');
  await page.goto(`${actions}/${code}/edit`);
  const list = page.locator('fieldset[data-filter]');
  const narrow = list.getByRole('searchbox', { name: 'Filtrer la liste' });
  await narrow.fill('sdis');
  await expect(list.locator('.choice:visible')).toHaveCount(1);
  await narrow.press('Enter');
  await expect(page).toHaveURL(/edit$/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await narrow.fill('nothing has this name');
  await expect(list.locator('.choice:visible')).toHaveText('SDIS');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.locator('.facts')).toContainText('SDIS');
  await page.goto(`${actions}/${code}/edit`);
  await expect(list.locator('.choice').first()).toContainText('SDIS');
});

test('an action is deleted and comes back', async ({ page }) => {
  const code = await make(page, 'Ranger les dossiers anciens');
  await page.locator('.heading .more > summary').click();
  await page.getByRole('button', { name: 'Supprimer cette action' }).click();
  // The bar of the creation may still be there on the page before.
  await page.waitForURL(/\/actions(\?|$)/);
  await expect(page.locator('form.undo')).toBeVisible();
  const first = await page.locator('form.undo').getAttribute('action');
  await page.locator('form.undo').getByRole('button').click();
  await expect(page.locator('form.undo')).not.toHaveAttribute('action', first);
  await page.goto(`${actions}/${code}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ranger les dossiers anciens');
});
