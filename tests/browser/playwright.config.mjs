// Debian's Chromium; two workers; no retry, no picture unless something failed.
import { defineConfig } from '@playwright/test';
import { launch } from './support/browser.mjs';

// Beside running sites: the journeys, which share one demonstration, or those that want one of their own ("alone").
const specs = process.env.MAILLAGE_AGENTS_URL ? (process.env.MAILLAGE_JOURNEYS ?? 'journeys') : 'gallery';

export default defineConfig({
  testDir: '.',
  testMatch: `${specs}/*.spec.mjs`,
  globalSetup: specs === 'gallery' ? undefined : './support/sign_in_once.mjs',
  outputDir: '../../build/browser/results',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: Number(process.env.MAILLAGE_BROWSERS ?? 2),
  fullyParallel: false,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    baseURL: process.env.MAILLAGE_AGENTS_URL,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    launchOptions: launch,
    screenshot: 'only-on-failure',
    viewport: { width: 1280, height: 900 },
  },
});
