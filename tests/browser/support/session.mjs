// The sites under test and their demonstration accounts (README): one password, fictional people.
export const agents = (process.env.MAILLAGE_AGENTS_URL ?? '').replace(/\/$/, '');
export const residents = (process.env.MAILLAGE_PUBLIC_URL ?? '').replace(/\/$/, '');
export const council = '/laval';
const password = process.env.MAILLAGE_DEMO_PASSWORD ?? 'demonstration-laval-2026';

export const signIn = async (page, account = 'coordination') => {
  await page.goto(`${agents}/sign-in`);
  await page.locator('input[name="email"]').fill(`${account}@laval.example`);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('main button[type="submit"]').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
};
