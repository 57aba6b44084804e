import { existsSync } from 'node:fs';
import type { PlaywrightTestConfig } from '@playwright/test';

export const port = Number(process.env.GLOSSARY_E2E_PORT ?? 5191);
export const address = process.env.GLOSSARY_BASE_ADDRESS ?? `http://127.0.0.1:${port}`;

const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);

/** What the tests and the screenshots share: one real host on a data folder of its own, and the browser that is there. */
export const shared: PlaywrightTestConfig = {
  timeout: 90_000,
  // A condition is waited for; how long that takes is no subject of these tests.
  expect: { timeout: 15_000 },
  workers: 1,
  outputDir: 'test-results',
  use: {
    baseURL: address,
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? chromium,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
    },
  },
  webServer: process.env.GLOSSARY_BASE_ADDRESS
    ? undefined
    : {
        command: `node start-host.mjs ${port}`,
        url: `${address}/api/health/ready`,
        timeout: 300_000,
        stdout: 'pipe',
        gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
      },
};
