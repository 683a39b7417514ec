// A page of the agents' site, signed in as the demonstration's coordinator, that fails its test for any violation
// of the content policy, error or request to a third party.
import { test as base } from '@playwright/test';
import { agents, council, signIn } from '../support/session.mjs';
import { watch } from '../support/watch.mjs';

export const test = base.extend({
  account: ['coordination', { option: true }],
  baseURL: async ({ baseURL: _ }, use) => use(agents),
  page: async ({ page, account }, use) => {
    const faults = await watch(page, { statuses: [422] });
    if (account) await signIn(page, account);
    await use(page);
    if (faults.length) throw new Error(faults.join('\n'));
  },
});
export { expect } from '@playwright/test';
export { council };

// A title that no other test uses.
export const unique = (words) => `${words} ${Date.now().toString(36)}${Math.floor(Math.random() * 1e4)}`;

// Creates an action by its form and returns the path of its page.
export const createAction = async (page, title, due = '30/06/2027') => {
  await page.goto(`${council}/actions/new`);
  await page.fill('#title', title);
  await page.locator('#domain').selectOption({ index: 1 });
  await page.fill('#pilot', 'Service prévention');
  await page.fill('#due', due);
  await page.getByRole('button', { name: 'Créer l’action' }).click();
  await page.waitForURL((url) => /\/actions\/[A-Z]+-\d+/.test(url.pathname));
  return new URL(page.url()).pathname;
};
