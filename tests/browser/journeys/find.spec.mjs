// Finding: the search box, the palette, letters, help beside the page.
import { council, expect, test } from '../support/fixture.mjs';

test('the search box finds without accents and leads to the action', async ({ page }) => {
  await page.goto(council);
  await page.locator('#find').fill('videoprotection');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=/);
  await page.locator('.results a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('vidéoprotection');
});

test('the palette reaches an action in three keys and some letters', async ({ page }) => {
  await page.goto(`${council}/organisations`);
  await page.keyboard.press('Control+k');
  await expect(page.locator('#palette input')).toBeFocused();
  await page.keyboard.type('tapage ou rappel');
  await expect(page.locator('#palette .none')).toBeVisible();
  await page.locator('#palette input').fill('rappel');
  await expect(page.getByRole('option', { name: /rappel/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/actions\/[A-Z]+-\d+$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('what is typed before the palette has come is in its field', async ({ page }) => {
  // The code of the shortcuts comes late: letters must not be lost meanwhile.
  let letThrough;
  const late = new Promise((resolve) => {
    letThrough = resolve;
  });
  await page.route(/\/keys-[0-9A-Z]+\.js/, async (route) => {
    await late;
    await route.continue();
  });
  await page.goto(council);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('rappel');
  letThrough();
  await expect(page.locator('#palette input')).toHaveValue('rappel');
  await page.keyboard.type(' à');
  await expect(page.locator('#palette input')).toHaveValue('rappel à');
  await expect(page.getByRole('option', { name: /rappel/i }).first()).toBeVisible();
});

test('the results stand by kind, with how many', async ({ page }) => {
  await page.goto(`${council}/search?q=police`);
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(/^\d+ /);
  await expect(page.locator('#q')).toHaveValue('police');
});

test('letters lead, move and select', async ({ page }) => {
  await page.goto(council);
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(page).toHaveURL(/\/actions$/);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.locator('input[name="row"]').nth(1)).toBeChecked();
  await page.keyboard.press('?');
  await expect(page.locator('#keys')).toBeVisible();
});

test('help opens beside the page and gives the focus back', async ({ page }) => {
  await page.goto(`${council}/actions`);
  const help = page.locator('.top').getByRole('link', { name: 'Aide' });
  await help.click();
  await expect(page.locator('#drawer h2').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toBeFocused();
});
