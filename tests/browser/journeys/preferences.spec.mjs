// What people choose for themselves stays with their account: not the coordinator's, whose pages others read here.
import { council, expect, test } from '../support/fixture.mjs';

test.use({ account: 'mediation' });

const chosen = (page) =>
  page.waitForResponse(
    (answer) => answer.url().endsWith('/preferences') && answer.request().method() === 'POST',
  );

test('English keeps the page and its filters, without JavaScript too', async ({
  page,
  browser,
  storageState,
}) => {
  await page.goto(`${council}/actions?domain=VUL`);
  await page.locator('.tools button[name="language"]').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page).toHaveURL(/actions\?domain=VUL/);
  await expect(page.locator('thead')).toContainText('Due');
  const context = await browser.newContext({ storageState, javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${council}/glossary`);
  await expect(plain.locator('html')).toHaveAttribute('lang', 'en');
  await plain.locator('.tools button[name="language"]').click();
  await expect(plain.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(plain).toHaveURL(/glossary/);
  await context.close();
});

test('the dark theme stays from page to page', async ({ page }) => {
  await page.goto(council);
  await page.locator('.top .menu > summary').click();
  await Promise.all([chosen(page), page.getByRole('button', { name: 'Sombre' }).click()]);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto(`${council}/glossary`);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.locator('.top .menu > summary').click();
  await Promise.all([chosen(page), page.getByRole('button', { name: 'Comme l’appareil' }).click()]);
  await page.reload();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', /./);
});

test('letters are switched off in the profile', async ({ page }) => {
  await page.goto(`${council}/profile`);
  await page.locator('#shortcuts').uncheck();
  await page.locator('form[action$="/profile"] button').click();
  await page.waitForURL(/done=preferences/);
  await page.goto(council);
  await page.keyboard.press('?');
  await expect(page.locator('#keys')).toBeHidden();
  await page.goto(`${council}/profile`);
  await page.locator('#shortcuts').check();
  await page.locator('form[action$="/profile"] button').click();
  await page.waitForURL(/done=preferences/);
  await page.goto(council);
  await page.keyboard.press('?');
  await expect(page.locator('#keys')).toBeVisible();
});
