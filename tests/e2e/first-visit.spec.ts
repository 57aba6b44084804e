import { readFileSync } from 'node:fs';
import { expect, expectAccessible, sample, test } from './product';

test.describe.configure({ mode: 'serial' });

test('a newcomer tries the sample, sees a term on its page, and takes the terms away', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Begin with a document' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Try the sample', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'bioreactor-manual.en.pdf' })).toBeVisible({ timeout: 10_000 });
  await page.getByRole('link', { name: /Terms of bioreactor-manual/ }).click({ timeout: 20_000 });

  const grid = page.getByRole('grid', { name: 'Terms by score' });
  await expect(grid.getByRole('row')).not.toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Search terms' }).fill('OTR');
  await grid.getByRole('row', { name: /^OTR/ }).click();
  const evidence = page.getByRole('region', { name: 'Evidence' });
  await expect(evidence.getByRole('heading', { name: 'OTR' })).toBeVisible();
  await expect(evidence.getByText('oxygen transfer rate', { exact: true })).toBeVisible();
  await expect(page.getByTestId('light').first()).toBeVisible({ timeout: 15_000 });
  await evidence.getByText('Why this score').click();
  await expect(evidence.getByRole('row', { name: /Abbreviated in the text/ })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Export' }).click();
  for (const [label, extension] of [
    ['CSV, one row per term', 'csv'],
    ['JSON, complete', 'json'],
  ]) {
    await page.getByRole('radio', { name: label }).check();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const link = page.getByRole('button', { name: new RegExp(`Download .*\\.${extension}`) });
    await expect(link).toBeVisible({ timeout: 20_000 });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const content = readFileSync(await download.path(), 'utf8');
    expect(content).toContain('oxygen transfer rate');
  }
  await expectAccessible(page);
});

test.describe('uploads', () => {
  // The browser itself reports the refusal of notes.txt.
  test.use({ provoked: /status of 415/ });

  test('files dropped on the page are uploaded, and a broken one says what is wrong with it', async ({ page }) => {
    await page.goto('/g/sample/documents');
    await page.locator('input[type=file]').setInputFiles([
      { name: 'bioreactor-manual.de.pdf', mimeType: 'application/pdf', buffer: readFileSync(sample('de')) },
      { name: 'broken.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nthis is not a document') },
      { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('plain') },
    ]);
    await expect(page.getByText('Files of this type are not read.')).toBeVisible({ timeout: 10_000 });
    await page.getByRole('button', { name: 'Remove notes.txt from the list' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'broken.pdf' }).getByText('Code: damaged')).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole('link', { name: 'Terms of bioreactor-manual.de.pdf' })).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Delete: broken.pdf' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByRole('heading', { name: 'broken.pdf', exact: true })).toBeHidden({ timeout: 15_000 });
  });
});
