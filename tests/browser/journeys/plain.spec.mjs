// Without script: sign in, read, create, change, many at once, undo, sign out.
import { council, createAction, expect, test, unique } from './fixture.mjs';

test.use({ javaScriptEnabled: false });

test('an action is created, refused and changed without script', async ({ page }) => {
  await page.goto(`${council}/actions/new`);
  await page.getByRole('button', { name: 'Créer l’action' }).click();
  await expect(page.locator('#es')).toBeVisible();
  const title = unique('Sans script');
  const path = await createAction(page, title);
  await page.goto(`${path}/edit`);
  await page.fill('#pilot', 'Police municipale');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.locator('main')).toContainText('Police municipale');
  await page.goto(`${council}/actions?q=${encodeURIComponent(title)}`);
  await page.locator('tbody input[name="row"]').first().check();
  await page.fill('#bulk_pilot', 'Centre social');
  await page.getByRole('button', { name: 'Prévisualiser' }).click();
  await expect(page.locator('main')).toContainText('Centre social');
});

test('a card moves and the move is undone without script', async ({ page }) => {
  const title = unique('Carte sans script');
  const path = await createAction(page, title);
  const id = `card-${path.split('/').at(-1)}`;
  await page.goto(`${council}/actions/kanban?q=${encodeURIComponent(title)}`);
  await page.locator(`#${id} summary`).click();
  await page.locator(`#${id}`).getByRole('button', { name: 'En cours' }).click();
  await expect(page.locator(`[data-state="under_way"] #${id}`)).toBeVisible();
  await page.locator('[data-undo]').getByRole('button', { name: 'Annuler' }).click();
  await page.goto(`${council}/actions/kanban?q=${encodeURIComponent(title)}`);
  await expect(page.locator(`[data-state="to_start"] #${id}`)).toBeVisible();
});

test('the language changes and the page stays', async ({ page }) => {
  await page.goto(`${council}/actions?state=under_way`);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/actions\?state=under_way$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: 'Français' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
});
