import { expect, expectAccessible, readyGlossary, test } from './product';

let glossary = '';

test.beforeAll(async ({ request }) => {
  glossary = await readyGlossary(request, 'Pages');
});

for (const theme of ['light', 'dark'] as const) {
  for (const language of ['en', 'de'] as const) {
    test(`no page has an accessibility fault, ${theme}, ${language}`, async ({ page }) => {
      await page.addInitScript(
        ([chosen, tongue]) => {
          localStorage.setItem('glossary.preferences', JSON.stringify({ theme: chosen }));
          localStorage.setItem('glossary.language', tongue);
        },
        [theme, language] as const,
      );
      for (const path of ['/', `/g/${glossary}/documents`, `/g/${glossary}/terms`, `/g/${glossary}/exports`, '/settings', '/nowhere']) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('.skeleton')).toHaveCount(0);
        await expectAccessible(page);
      }
    });
  }
}

test('at 320 pixels nothing needs scrolling sideways, and the panes are reached by tabs', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ['/', `/g/${glossary}/documents`, `/g/${glossary}/terms`, `/g/${glossary}/exports`, '/settings']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.skeleton')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
  await page.goto(`/g/${glossary}/terms`);
  await page.getByRole('button', { name: 'Evidence' }).click();
  await expect(page.getByRole('heading', { name: 'Places' })).toBeVisible();
  await page.getByRole('button', { name: 'Page', exact: true }).first().click();
  await expect(page.getByTestId('light').first()).toBeVisible({ timeout: 15_000 });
});

test('a place is brought into sight in its pane, and the frame of the page stays', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 600 });
  await page.goto(`/g/${glossary}/terms?q=condensate`);
  await expect(page.getByTestId('light').first()).toBeInViewport({ timeout: 20_000 });
  expect(await page.evaluate(() => [window.scrollY, document.documentElement.scrollHeight <= window.innerHeight])).toEqual([0, true]);
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
});

test('the list is moved through by keys, and the address keeps the view', async ({ page }) => {
  await page.goto(`/g/${glossary}/terms`);
  const grid = page.getByRole('grid', { name: 'Terms by score' });
  const selected = grid.locator('[aria-selected=true] .grid-term > span:first-child');
  await expect(selected).toBeVisible();
  const first = await selected.textContent();
  await page.keyboard.press('j');
  await expect(selected).not.toHaveText(first ?? '');
  const second = await selected.textContent();
  await page.keyboard.press('j');
  await expect(selected).not.toHaveText(second ?? '');
  const third = await selected.textContent();
  await page.reload();
  await expect(selected).toHaveText(third ?? '');
  await page.keyboard.press('k');
  await expect(selected).toHaveText(second ?? '');
  await page.keyboard.press('k');
  await expect(selected).toHaveText(first ?? '');
  await grid.focus();
  await page.keyboard.press('End');
  await expect(selected).not.toHaveText(first ?? '');
  await page.keyboard.press('/');
  await page.keyboard.type('sensor');
  await expect(page).toHaveURL(/q=sensor/);
  await expect(grid.getByRole('row', { name: /pH sensor/ })).toBeVisible();
  await expect(grid.getByRole('row', { name: /stirrer shaft/ })).toBeHidden();
});

test('a glossary is made by keyboard alone, and keeps the profile that was chosen', async ({ page, request }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'New glossary' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('By keyboard');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: /Few and sure/ })).toBeVisible();
  await page.keyboard.type('Few');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/g\/by-keyboard\/documents/);
  expect(((await (await request.get('/api/v1/glossaries/by-keyboard')).json()) as { profile: string }).profile).toBe('precise');
  await expect(page.getByRole('heading', { level: 1, name: 'Documents' })).toBeVisible();
  await expectAccessible(page);
});

test('a reader sees everything and may change nothing', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'New glossary' })).toBeVisible();
  await page.getByLabel('See the product as').selectOption('Reader');
  await expect(page.getByRole('button', { name: 'New glossary' })).toBeHidden();
  await page.goto(`/g/${glossary}/documents`);
  await expect(page.getByRole('heading', { name: 'bioreactor-manual.en.pdf' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Delete/ })).toHaveCount(0);
  await expect(page.locator('input[type=file]')).toHaveCount(0);
  await page.getByLabel('See the product as').selectOption('Admin');
  await expect(page.getByRole('button', { name: /Delete/ })).toBeVisible();
});

test('the page speaks German when it is asked to', async ({ page }) => {
  await page.goto('/settings');
  await page.getByLabel('Language').selectOption('de');
  await expect(page.getByRole('heading', { name: 'Einstellungen' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});
