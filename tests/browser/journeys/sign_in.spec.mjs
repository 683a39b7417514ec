// Signing in and out, with and without the right password.
import { agents, signIn } from '../support/session.mjs';
import { council, expect, test } from './fixture.mjs';

test.use({ account: '' });

test('a wrong password is said in one summary that takes the focus', async ({ page }) => {
  await page.goto('/sign-in');
  await page.fill('#email', 'coordination@laval.example');
  await page.fill('#password', 'ce-nest-pas-le-bon-mot');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.locator('#es')).toBeVisible();
  await expect(page).toHaveTitle(/^Erreur/);
  await expect(page.locator('#email')).toHaveValue('coordination@laval.example');
  await expect(page.locator('#password')).toHaveValue('');
});

test('a page asked before signing in is shown after it, and no more after signing out', async ({ page }) => {
  await page.goto(`${council}/actions`);
  await expect(page).toHaveURL(/\/sign-in/);
  await page.fill('#email', 'coordination@laval.example');
  await page.fill('#password', 'demonstration-laval-2026');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page).toHaveURL(new RegExp(`${council}/actions`));
  await page.locator('.top .menu > summary').click();
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.goto(`${council}/actions`);
  await expect(page).toHaveURL(/\/sign-in/);
});

test('nothing is left in the browser after a visit', async ({ page }) => {
  await signIn(page);
  await page.goto(`${agents}${council}`);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  const cookies = await page.context().cookies();
  for (const cookie of cookies) expect(cookie.httpOnly, cookie.name).toBe(true);
});
