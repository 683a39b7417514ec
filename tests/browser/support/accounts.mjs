// Accounts of a spec's own. An account keeps two sessions open: whoever signs in as somebody that other specs share
// ends theirs, so a spec whose subject is signing in, or a town of its own, makes its people on the command line.
import { execFileSync } from 'node:child_process';
import { agents, speak } from './session.mjs';

const run = (...words) => execFileSync(process.env.MAILLAGE_PROGRAM, words, { encoding: 'utf8' }).trim();

export const ownPassword = 'quatre lampadaires verts de nuit';

// A council without anything but the law.
export const newCouncil = (town) => run('council', 'new', town, '--name', `CLSPD ${town}`);

// The answer: the code that opens the account, shown once.
export const newAccount = ({ address, name, role, town }) =>
  run('account', 'new', address, '--council', town, '--name', name, '--role', role);

// With the keyboard alone: the invitation's page, then the sign-in.
export const openAccount = async (page, { address, code, language = 'fr' }) => {
  await page.goto(`${agents}/invitation`);
  await speak(page, language);
  await page.locator('#code').focus();
  await page.keyboard.type(code);
  await page.locator('#new_password').focus();
  await page.keyboard.type(ownPassword);
  await page.keyboard.press('Enter');
  await page.waitForURL(/sign-in/);
  await page.locator('input[name="email"]').focus();
  await page.keyboard.type(address);
  await page.locator('input[name="password"]').focus();
  await page.keyboard.type(ownPassword);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !/sign-in|invitation/.test(url.pathname));
};
