// Passkeys with Chromium's virtual authenticator, which recognises its person: added, shown after the password, used
// alone, removed, by keyboard throughout. On "localhost": browsers make none for an address made of numbers.
import { expect, test } from '@playwright/test';
import { newAccount, openAccount, ownPassword } from '../support/accounts.mjs';
import { axe } from '../support/axe.mjs';
import { press, type } from '../support/keyboard.mjs';
import { agents, council } from '../support/session.mjs';

const site = agents.replace('127.0.0.1', 'localhost');
const address = 'cle@laval.example';
const keys = `${site}${council}/profile/passkeys`;

const authenticator = async (page) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    recognises: (who) => devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: who }),
    credentials: async () =>
      (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
  };
};

const typePassword = async (page) => {
  await page.goto(`${site}/sign-in`);
  await type(page, page.locator('input[name="email"]'), address);
  await type(page, page.locator('input[name="password"]'), ownPassword);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
};
// In a page beside: the session that axe opens and ends takes the authenticator of its page with it.
const faults = async (page) => {
  const beside = await page.context().newPage();
  await beside.goto(page.url());
  const found = await axe(beside);
  await beside.close();
  await page.bringToFront();
  return found;
};
// The address itself: the sign-in names it as the page to go to.
const at = (page, path) => page.waitForURL((url) => url.pathname === path);
const signOut = (page) => page.context().clearCookies();

test('a passkey is added, signs in with and without the password, and opens nothing once it is removed', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const device = await authenticator(page);
  const code = newAccount({ address, name: 'Dominique Petit', role: 'mediator', town: council.slice(1) });
  await openAccount(page, { address, code });
  await page.goto(keys);
  expect(await faults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

  // On a phone's width.
  await type(page, page.locator('main input[name="name"]'), 'Téléphone du service');
  await type(page, page.locator('main input[name="password"]'), ownPassword);
  await page.keyboard.press('Enter');
  await page.locator('main ol.codes').waitFor();
  const codes = await page.locator('main ol.codes code').allTextContents();
  expect(codes).toHaveLength(10);
  expect(await device.credentials()).toHaveLength(1);
  await page.goto(keys);
  await expect(page.locator('main table')).toContainText('Téléphone du service');
  const twin = await (await page.request.get(`${keys}.json`)).json();
  expect(twin.passkeys[0].opens_key).toBe(true);

  // After the password, in place of the code.
  await signOut(page);
  await typePassword(page);
  await expect(page).toHaveURL(/\/sign-in\/code/);
  expect(await faults(page)).toEqual([]);
  await press(page, page.getByRole('button', { name: 'Utiliser une clé d’accès' }));
  await at(page, council);

  // Alone: one press on the sign-in page.
  await signOut(page);
  await page.goto(`${site}/sign-in?next=${council}/profile`);
  await press(page, page.getByRole('link', { name: 'Se connecter avec une clé d’accès' }));
  await at(page, `${council}/profile`);
  expect((await (await page.request.get(`${site}${council}/profile.json`)).json()).key_open).toBe(true);

  // Removed, shown in place of a code.
  await page.goto(keys);
  await press(page, page.getByRole('link', { name: 'Téléphone du service' }));
  // The list has a field of that name too.
  await page.waitForURL(/passkey=/);
  await type(page, page.locator('main input[name="password"]'), ownPassword);
  await press(page, page.getByRole('button', { name: 'Montrer une clé d’accès au lieu du code' }));
  await expect(page.locator('.passkey [role="status"]')).toContainText('C’est fait');
  expect(await faults(page)).toEqual([]);
  await press(page, page.getByRole('button', { name: 'Retirer cette clé d’accès' }));
  await expect(page.locator('.notice.ok')).toBeVisible();

  // The device still has it, and it opens nothing any more.
  await signOut(page);
  await page.goto(`${site}/sign-in/passkey`);
  await expect(page.locator('#es')).toContainText('n’ouvre aucun compte');
  await expect(page.locator('#es')).toBeFocused();

  // Not recognised: nothing happens, it is said, and the password is one press away.
  await device.recognises(false);
  await page.goto(`${site}/sign-in/passkey`);
  await expect(page.locator('.passkey [role="status"]')).toContainText('Rien n’a été fait');
  expect(await faults(page)).toEqual([]);
  await press(page, page.getByRole('link', { name: 'Se connecter avec le mot de passe' }));
  await expect(page).toHaveURL(/\/sign-in$/);
  await context.close();
});

test('without script the pages say what there is instead of a passkey', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'fr-FR', javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site}/sign-in/passkey`);
  await expect(page.locator('.passkey .notice')).toContainText('connectez-vous avec le mot de passe');
  await expect(page.locator('.passkey button')).toBeHidden();
  await page.getByRole('link', { name: 'Se connecter avec le mot de passe' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await context.close();
});

test('at an address made of numbers no passkey is offered', async ({ page }) => {
  await page.goto(`${site.replace('localhost', '127.0.0.1')}/sign-in`);
  await expect(page.locator('main form')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Se connecter avec une clé d’accès' })).toHaveCount(0);
});
