// The coordinator's work on actions: see what is late, create, edit, change state, undo, many at once, export.
import { readFileSync } from 'node:fs';
import { council, createAction, expect, test, unique } from './fixture.mjs';

test('what is late is on the first page, one click away', async ({ page }) => {
  await page.goto(council);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.locator('main')).toContainText('En retard');
});

test('an action without title is refused with its values kept, then created', async ({ page }) => {
  await page.goto(`${council}/actions/new`);
  await page.fill('#pilot', 'Service prévention');
  await page.getByRole('button', { name: 'Créer l’action' }).click();
  await expect(page.locator('#es')).toBeFocused();
  await expect(page.locator('#title-error')).toBeVisible();
  await expect(page).toHaveTitle(/^Erreur/);
  await expect(page.locator('#pilot')).toHaveValue('Service prévention');
  await page.locator('#es a').first().click();
  await expect(page.locator('#title')).toBeFocused();
  const title = unique('Chantier éducatif');
  await createAction(page, title, '1/2/27');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  await expect(page.locator('main')).toContainText('01/02/2027');
});

test('an action is changed, and its history says so', async ({ page }) => {
  const path = await createAction(page, unique('Permanence juridique'));
  await page.goto(`${path}/edit`);
  await page.fill('#pilot', 'Maison de justice');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.locator('main')).toContainText('Maison de justice');
  await page.goto(`${path}/history`);
  await expect(page.locator('main')).toContainText('Maison de justice');
});

test('a change of state is undone from the bar', async ({ page }) => {
  const title = unique('Marche exploratoire');
  await createAction(page, title);
  await page.goto(`${council}/actions?q=${encodeURIComponent(title)}`);
  await page.locator('tbody .menu > summary').first().click();
  await page.locator('tbody .menu[open]').getByRole('button', { name: 'En cours' }).click();
  await expect(page.locator('tbody .st').first()).toHaveText('En cours');
  await page.locator('[data-undo]').getByRole('button', { name: 'Annuler' }).click();
  await expect(page.locator('tbody .st').first()).toHaveText('À démarrer');
});

test('two actions change together after a preview', async ({ page }) => {
  const title = unique('Rencontre de quartier');
  await createAction(page, `${title} A`);
  await createAction(page, `${title} B`);
  await page.goto(`${council}/actions?q=${encodeURIComponent(title)}`);
  await page.locator('tbody input[name="row"]').nth(0).check();
  await page.locator('tbody input[name="row"]').nth(1).check();
  await expect(page.locator('.bulk .count')).toHaveText('2 actions choisies');
  await page.fill('#bulk_pilot', 'Centre social');
  await page.getByRole('button', { name: 'Prévisualiser' }).click();
  await expect(page.locator('main')).toContainText('Centre social');
  await page.locator('main form button[type="submit"]').last().click();
  await page.goto(`${council}/actions?q=${encodeURIComponent(title)}`);
  await expect(page.locator('tbody')).toContainText('Centre social');
});

test('the list is exported with one line an action', async ({ page }) => {
  await page.goto(`${council}/actions`);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Exporter en CSV' }).click(),
  ]);
  const text = readFileSync(await file.path(), 'utf8');
  expect(text.split('\n').filter((line) => /[A-Z]{3}-\d+/.test(line)).length).toBeGreaterThanOrEqual(47);
});

test('filters are in the address and come back with it', async ({ page }) => {
  await page.goto(`${council}/actions?state=under_way`);
  const shown = await page.locator('tbody tr').count();
  const address = page.url();
  await page.goto(council);
  await page.goto(address);
  await expect(page.locator('tbody tr')).toHaveCount(shown);
  await expect(page.locator('#state')).toHaveValue('under_way');
});
