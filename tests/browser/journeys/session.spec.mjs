// A session that ends while somebody types: what is not sent stays on the page, and is sent after a new sign-in.

import { council, expect, test } from '../support/fixture.mjs';
import { signIn } from '../support/session.mjs';

// The session is over for the browser: as long a wait as the page was told, and no cookie any more.
const outlast = async (page, context) => {
  const seconds = Number(await page.locator('#session').getAttribute('data-ends'));
  await context.clearCookies();
  await page.clock.runFor((seconds + 3) * 1000);
};

const typed = 'Association de la Gare';
const forms = {
  'an organisation': async (page) => {
    await page.goto(`${council}/organisations/new`);
    await page.waitForLoadState('networkidle');
    await page.locator('#name').fill(typed);
    await page.locator('#kind').selectOption({ index: 1 });
    return page.locator('#name');
  },
  'an action': async (page) => {
    await page.goto(`${council}/actions/new`);
    await page.waitForLoadState('networkidle');
    await page.locator('#title').fill(typed);
    await page.locator('#domain').selectOption('TRQ');
    await page.locator('#pilot').fill('Service jeunesse');
    await page.locator('#due').fill('1/2/27');
    return page.locator('#title');
  },
};

for (const [what, fill] of Object.entries(forms))
  test(`${what} half typed stays, and is sent once signed in again`, async ({ page, context }) => {
    await page.clock.install();
    const field = await fill(page);
    await outlast(page, context);
    const dialog = page.getByRole('dialog', { name: 'Votre session est terminée' });
    await expect(dialog).toBeVisible();
    await page.clock.resume();

    const [beside] = await Promise.all([
      context.waitForEvent('page'),
      dialog.getByRole('link', { name: /nouvel onglet/ }).click(),
    ]);
    await signIn(beside);
    await beside.close();
    await page.bringToFront();
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect(dialog).toBeHidden();
    await expect(field).toHaveValue(typed);
    await page.locator('main form').filter({ has: field }).locator('button[type="submit"]').last().click();
    await expect(page.locator('main')).toContainText(typed);
    await expect(page).not.toHaveURL(/sign-in/);
    // An account keeps two sessions: this one would take the place of that which the other journeys share.
    await page.goto(council);
    await page.locator('.top .menu > summary').click();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await expect(page).toHaveURL(/sign-in/);
  });

test('what is sent without signing in first is kept and sent afterwards', async ({ page, context }) => {
  await page.clock.install();
  await page.goto(`${council}/organisations/new`);
  await page.waitForLoadState('networkidle');
  await page.locator('#name').fill('Association du Canal');
  await outlast(page, context);
  await page.clock.resume();
  await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).click();
  await page.locator('main form button[type="submit"]').last().click();
  await expect(page.locator('#email')).toBeVisible();
  await expect(page.locator('main')).toContainText('conservé');
});

test('a page without anything unsent goes with its session', async ({ page, context }) => {
  await page.clock.install();
  await page.goto(`${council}/organisations`);
  await page.waitForLoadState('networkidle');
  await outlast(page, context);
  await expect(page).toHaveURL(/sign-in/);
});
