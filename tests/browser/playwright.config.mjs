// Debian's Chromium; two workers; no retry, no picture unless something failed.
import { defineConfig } from '@playwright/test';
import { launch } from './support/browser.mjs';

export default defineConfig({
  testDir: '.',
  testMatch: process.env.MAILLAGE_AGENTS_URL ? 'journeys/*.spec.mjs' : 'gallery/*.spec.mjs',
  outputDir: '../../build/browser/results',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: Number(process.env.MAILLAGE_BROWSERS ?? 2),
  fullyParallel: false,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    launchOptions: launch,
    screenshot: 'only-on-failure',
    viewport: { width: 1280, height: 900 },
  },
});
