// A page signed in as the coordinator, or another account; a test fails for anything `watch` finds.
import { test as base } from '@playwright/test';
import { sessionFile } from './sign_in_once.mjs';
import { watch } from './watch.mjs';

export const test = base.extend({
  account: ['coordination', { option: true }],
  statuses: [[404, 409, 422], { option: true }],
  storageState: async ({ account }, use) => use(sessionFile(account)),
  page: async ({ page, statuses }, use) => {
    const faults = await watch(page, { statuses });
    await use(page);
    if (faults.length) throw new Error(faults.join('\n'));
  },
});
export { expect } from '@playwright/test';
export { council } from './session.mjs';
