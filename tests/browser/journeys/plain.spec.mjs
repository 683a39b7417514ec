// JavaScript off: the same work, one page after the other.
import { council, expect, test } from '../support/fixture.mjs';

test.use({ javaScriptEnabled: false });
const actions = `${council}/actions`;

test('an action is created, refused first, changed and taken back', async ({ page }) => {
  await page.goto(`${actions}/new`);
  await page.locator('#pilot').fill('Service des sports');
  await page.locator('main').getByRole('button', { name: 'Créer l’action' }).click();
  await expect(page.locator('#es')).toBeVisible();
  await expect(page.locator('#pilot')).toHaveValue('Service des sports');
  await page.locator('#title').fill('Ouvrir le gymnase le soir');
  await page.locator('#domain').selectOption('PRE');
  await page.locator('main').getByRole('button', { name: 'Créer l’action' }).click();
  await page.waitForURL(/actions\/PRE-\d+/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ouvrir le gymnase le soir');
  await page.getByRole('link', { name: 'Modifier', exact: true }).click();
  await page.locator('#due').fill('2027-03-01');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.locator('time[datetime="2027-03-01"]').first()).toBeVisible();
  await page.locator('form.undo').getByRole('button').click();
  await expect(page.locator('dl time[datetime="2027-03-01"]')).toHaveCount(0);
});

test('the state changes from the list and from the board', async ({ page }) => {
  await page.goto(`${actions}?q=PRE-15`);
  await page.locator('tbody tr summary').first().click();
  await page.locator('tbody tr').getByRole('button', { name: 'En cours' }).click();
  await page.locator('form.undo').getByRole('button').click();
  await page.goto(`${actions}/kanban?q=PRE-15`);
  await page.locator('#card-PRE-15 summary').click();
  await page.locator('#card-PRE-15').getByRole('button', { name: 'En cours' }).click();
  await page.locator('form.undo').getByRole('button').click();
  await expect(page.locator('#card-PRE-15')).toBeVisible();
});

test('many actions change after a preview', async ({ page }) => {
  await page.goto(`${actions}?domain=AGG`);
  for (const box of await page.locator('input[name="row"]').all()) await box.check();
  await page.locator('#bulk_pilot').fill('Cabinet');
  await page.locator('.bulk').getByRole('button').click();
  await page.getByRole('button', { name: /2 actions/ }).click();
  await expect(page.locator('tbody tr', { hasText: 'Cabinet' })).toHaveCount(2);
  await page.locator('form.undo').getByRole('button').click();
  await expect(page.locator('tbody tr', { hasText: 'Cabinet' })).toHaveCount(0);
});

test('searching, and the navigation of a phone', async ({ page }) => {
  await page.goto(council);
  await page.locator('#find').fill('médiation');
  await page.locator('.find button').click();
  await expect(page.locator('.results li').first()).toBeVisible();
  await page.setViewportSize({ width: 390, height: 780 });
  await expect(page.locator('#nav')).toBeHidden();
  await page.locator('a.opener').click();
  await page.locator('#nav').getByRole('link', { name: 'Annuaire' }).click();
  await expect(page).toHaveURL(/organisations/);
});
