// Without script: the menu opens, cards move, rows can be chosen, the undo bar stays.
import { expect, test } from './fixture.mjs';

test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });

test('the navigation opens on a phone', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Annuaire' })).toBeHidden();
  await page.getByRole('link', { name: 'Menu' }).click();
  await expect(page.getByRole('link', { name: 'Annuaire' })).toBeVisible();
});

test('a card moves by its form and the undo bar stays in the page', async ({ page }) => {
  await page.goto('/board');
  await expect(page.locator('.undo')).not.toHaveCSS('position', 'fixed');
  await page.locator('#card-GOV-3 summary').click();
  await page.locator('#card-GOV-3').getByRole('button', { name: 'Terminée' }).click();
  await expect(page.locator('[data-state="ok"] #card-GOV-3')).toBeVisible();
});
