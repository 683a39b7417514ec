// A second factor on a phone and without a mouse: the code of the application, then a recovery code.
import { expect, test } from '@playwright/test';
import { axe } from '../support/axe.mjs';
import { codeOf, givePassword, putInForce, setUp } from '../support/second_factor.mjs';
import { council, signIn } from '../support/session.mjs';

const account = 'bailleur';

test('a second factor is set up on a phone and asked for at the next sign-in, by keyboard', async ({
  browser,
}) => {
  const phone = await browser.newContext({
    viewport: { width: 320, height: 640 },
    hasTouch: true,
    locale: 'fr-FR',
  });
  const page = await phone.newPage();
  await signIn(page, account);
  const secret = await setUp(page);
  await expect(page.locator('svg.qr')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await axe(page)).toEqual([]);
  const codes = await putInForce(page, secret);
  expect(codes).toHaveLength(10);
  await phone.close();

  const desk = await browser.newContext({ locale: 'fr-FR' });
  const next = await desk.newPage();
  await givePassword(next, account);
  expect(await axe(next)).toEqual([]);
  await next.locator('input[name="one_time_password"]').focus();
  await next.keyboard.type('000000');
  await next.keyboard.press('Enter');
  await expect(next.locator('#es')).toBeFocused();
  await next.locator('input[name="one_time_password"]').focus();
  await next.keyboard.type(codeOf(secret));
  await next.keyboard.press('Enter');
  await expect(next).toHaveURL(new RegExp(`${council}$`));
  await desk.close();

  const plain = await browser.newContext({ locale: 'fr-FR', javaScriptEnabled: false });
  const last = await plain.newPage();
  await givePassword(last, account);
  await last.locator('input[name="one_time_password"]').fill(codes[0]);
  await last.locator('main button[type="submit"]').click();
  await expect(last).toHaveURL(new RegExp(`${council}$`));
  // What the sign-in changed goes back to what the others expect of the account.
  await last.goto(`${council}/profile/second-factor`);
  await last
    .locator('main input[name="password"]')
    .fill(process.env.MAILLAGE_DEMO_PASSWORD ?? 'demonstration-laval-2026');
  await last.locator('main input[name="one_time_password"]').fill(codes[1]);
  await last.getByRole('button', { name: 'Retirer le second facteur' }).click();
  await expect(last.locator('.notice.ok')).toBeVisible();
  await plain.close();
});
