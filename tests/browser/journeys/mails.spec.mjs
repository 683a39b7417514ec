// A mail is read as it will be, then sent: the SMTP server of with_sites.sh has it, word for word.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { council, expect, test } from './fixture.mjs';

// Sites that somebody else started need the server of with_sites.sh too.
const folder = process.env.MAILLAGE_MAILS;
const taken = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));

test('the summary that was read is the one that arrives', async ({ page }) => {
  await page.goto(`${council}/digest?language=fr`);
  const shown = await page.locator('#letter ~ .letter, .letter').first().textContent();
  expect(shown).toContain('Actions');

  await page.getByRole('button', { name: 'Envoyer maintenant' }).click();
  await expect(page.locator('#es')).toBeFocused();
  await page.getByRole('checkbox', { name: /relu le texte/ }).check();
  await page.getByRole('button', { name: 'Envoyer maintenant' }).click();
  await expect(page.locator('main')).toContainText('file d’envoi');

  await expect.poll(() => taken().length, { timeout: 30_000 }).toBe(1);
  const [mail] = taken();
  expect(mail.to).toEqual(['elue@laval.example']);
  expect(mail.text.trim()).toBe(shown.trim());
  expect(mail.headers['auto-submitted']).toBe('auto-generated');

  await page.goto(`${council}/mails`);
  await expect(page.locator('main')).toContainText('Remis au serveur');
});

test('somebody chooses their mails with the keyboard', async ({ page }) => {
  await page.goto(`${council}/profile`);
  await page.getByRole('link', { name: 'Choisir les courriels que je reçois' }).press('Enter');
  const box = page.getByRole('checkbox', { name: /relances de chiffres/ });
  await box.press('Space');
  await page.getByRole('button', { name: 'Enregistrer' }).press('Enter');
  await expect(page.locator('main')).toContainText('Votre choix vaut');
  await expect(box).not.toBeChecked();
  await box.check();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
});
