// By the keyboard alone: skip link, palette, search, rows, shortcuts.
import { council, expect, test } from './fixture.mjs';

test('the skip link is first and leads to the content', async ({ page }) => {
  await page.goto(`${council}/actions`);
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#contenu')).toBeFocused();
});

test('the palette opens an action by its code in three keys and the code', async ({ page }) => {
  await page.goto(council);
  await page.keyboard.press('Control+k');
  await page.locator('#palette input').pressSequentially('PRE-1');
  await expect(page.locator('#palette [role="option"]').first()).toContainText('PRE-1');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/actions\/PRE-1/);
});

test('the visible search finds too', async ({ page }) => {
  await page.goto(council);
  await page.keyboard.press('/');
  await page.keyboard.type('médiation');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=/);
  await expect(page.locator('main a').first()).toBeVisible();
});

test('rows are walked and opened', async ({ page }) => {
  await page.goto(council);
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(page).toHaveURL(/\/actions$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.locator('tbody input[name="row"]').first()).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/actions\/[A-Z]+-\d+/);
});
