// Writes a picture of every page – light, dark, on a phone, in German – into a folder, for people to look at,
// and the one that the README shows where README_PICTURE names its file.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readyGlossary } from './product';

const folder = process.env.SCREENSHOTS ?? 'test-results/screenshots';
const views = [
  { name: 'light', theme: 'light', language: 'en', width: 1440, height: 900 },
  { name: 'dark', theme: 'dark', language: 'en', width: 1440, height: 900 },
  { name: 'phone', theme: 'light', language: 'en', width: 360, height: 740 },
  { name: 'german', theme: 'light', language: 'de', width: 1280, height: 800 },
] as const;

test('every page', async ({ browser, request, baseURL }) => {
  mkdirSync(folder, { recursive: true });
  for (const view of views) {
    const context = await browser.newContext({ baseURL, viewport: { width: view.width, height: view.height } });
    await context.addInitScript((chosen) => {
      localStorage.setItem('glossary.preferences', JSON.stringify({ theme: chosen.theme }));
      localStorage.setItem('glossary.language', chosen.language);
    }, view);
    const page = await context.newPage();
    const shoot = (name: string) => page.screenshot({ path: join(folder, `${view.name}-${name}.png`) });
    if (view === views[0]) {
      await page.goto('/');
      await expect(page.locator('.skeleton')).toHaveCount(0);
      await shoot('first-visit');
      await readyGlossary(request, 'Bioreactors');
      await readyGlossary(request, 'Bioreaktoren', 'de');
    }
    const glossary = view.language === 'de' ? 'bioreaktoren' : 'bioreactors';
    for (const [name, path] of [
      ['home', '/'],
      ['documents', `/g/${glossary}/documents`],
      ['exports', `/g/${glossary}/exports`],
      ['settings', '/settings'],
    ] as const) {
      await page.goto(path);
      await expect(page.locator('h1')).toBeVisible();
      await expect(page.locator('.skeleton')).toHaveCount(0);
      await shoot(name);
    }
    await page.goto(`/g/${glossary}/terms?q=${view.language === 'de' ? 'sauerstoff' : ''}`);
    await expect(page.locator('.grid-row').first()).toBeVisible();
    if (view.name === 'phone') {
      await shoot('terms');
      await page.getByRole('button', { name: 'Evidence' }).click();
      await shoot('terms-evidence');
      await page.getByRole('button', { name: 'Page', exact: true }).first().click();
    }
    await expect(page.getByTestId('light').first()).toBeVisible({ timeout: 20_000 });
    await shoot(view.name === 'phone' ? 'terms-page' : 'terms');
    if (view === views[0] && process.env.README_PICTURE) {
      await page.screenshot({ path: process.env.README_PICTURE });
    }
    await context.close();
  }
});
