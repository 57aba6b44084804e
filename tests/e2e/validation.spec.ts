import { readFileSync } from 'node:fs';
import { expect, expectAccessible, readyGlossary, sampleOf, test, upload, waitForDocuments } from './product';

test.describe.configure({ mode: 'serial' });

let glossary = '';

test.beforeAll(async ({ request }) => {
  glossary = await readyGlossary(request, 'Validation');
  for (const extension of ['docx', 'xlsx'] as const) {
    await upload(request, glossary, `bioreactor-manual.en.${extension}`, readFileSync(sampleOf('en', extension)));
  }
  await waitForDocuments(request, glossary, 3);
});

test('terms are approved, rejected with a reason, and taken back by keys alone', async ({ page }) => {
  await page.goto(`/g/${glossary}/terms`);
  const grid = page.getByRole('grid', { name: 'Terms by score' });
  const selected = grid.locator('[aria-selected=true]');
  const evidence = page.getByRole('region', { name: 'Evidence' });
  await expect(evidence.getByRole('button', { name: /Approve/ })).toBeVisible();
  const first = (await selected.locator('.grid-term > span').first().textContent()) ?? '';
  await expect(evidence.getByRole('heading', { name: first, exact: true })).toBeVisible();

  await page.keyboard.press('a');
  await expect(grid.getByRole('row', { name: first }).first()).toContainText('Approved');
  await expect(selected).not.toContainText(first);
  const second = (await selected.locator('.grid-term > span').first().textContent()) ?? '';
  await page.keyboard.press('r');
  await expect(page.getByRole('group', { name: 'Why?' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('1');
  await expect(grid.getByRole('row', { name: second }).first()).toContainText('Rejected');
  await expect(page.getByText('2 of 119 decided').or(page.getByText(/2 of \d+ decided/))).toBeVisible();
  await expectAccessible(page);

  // What was rejected is folded away, with who, when and why.
  await page.reload();
  await expect(grid.getByRole('row', { name: second, exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: '1 rejected term – show' }).click();
  await expect(evidence.getByText(/Rejected \(General word\) by local/)).toBeVisible();
  await evidence.getByRole('button', { name: 'Reopen' }).click();
  await expect(selected).not.toContainText('Rejected');
  await page.keyboard.press('u');
  await expect(page.getByText('Taken back.')).toBeVisible();
  await expect(evidence.getByText(/Rejected \(General word\)/)).toBeVisible();
});

test('a term is edited and defined, and its history says so', async ({ page }) => {
  await page.goto(`/g/${glossary}/terms?q=oxygen%20transfer%20rate`);
  const evidence = page.getByRole('region', { name: 'Evidence' });
  await page.getByRole('grid', { name: 'Terms by score' }).getByRole('row', { name: /^oxygen transfer rate/ }).click();
  await expect(evidence.getByRole('heading', { name: 'oxygen transfer rate', exact: true })).toBeVisible();
  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Definition', exact: true })).toBeFocused();
  await page.keyboard.type('amount of oxygen that passes into the liquid');
  await dialog.getByRole('button', { name: 'Add a term' }).click();
  await dialog.getByRole('textbox', { name: 'Term 2', exact: true }).fill('Sauerstofftransferrate');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(evidence.getByText('amount of oxygen that passes into the liquid')).toBeVisible();
  await expect(evidence.getByText('Sauerstofftransferrate')).toBeVisible();
  await evidence.getByText('History').click();
  await expect(evidence.getByRole('listitem').filter({ hasText: 'Edited' })).toContainText('Definition');

  // Each kind of document names its places in its own way.
  await expect(evidence.getByText('Operating Manual, B3')).toBeVisible();
  await expect(evidence.getByText(/1\.1 Terms used in this manual, ¶ 1/)).toBeVisible();
  await evidence.getByRole('button', { name: /Operating Manual, B3/ }).click();
  await expect(page.getByRole('region', { name: 'Page' }).locator('mark')).toHaveText('oxygen transfer rate');
});

test('two people edit one concept: neither is overwritten unseen', async ({ browser, baseURL }) => {
  const [ann, ben] = await Promise.all([1, 2].map(async () => (await browser.newContext({ baseURL })).newPage()));
  for (const page of [ann!, ben!]) {
    await page.goto(`/g/${glossary}/terms?q=dissolved%20oxygen`);
    await expect(page.getByRole('region', { name: 'Evidence' }).getByRole('heading', { level: 2 })).toBeVisible();
    await page.keyboard.press('d');
    await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Definition', exact: true })).toBeFocused();
  }
  await ann!.keyboard.type('oxygen in the liquid');
  await ann!.getByRole('dialog').getByRole('textbox', { name: 'Note' }).fill('by Ann');
  await ann!.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(ann!.getByText('Saved.')).toBeVisible();

  const dialog = ben!.getByRole('dialog');
  await ben!.keyboard.type('oxygen of the broth');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Somebody changed this meanwhile to “oxygen in the liquid”.')).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Definition', exact: true })).toHaveValue('oxygen of the broth');
  await expect(dialog.getByRole('textbox', { name: 'Note' })).toHaveValue('by Ann');
  await expectAccessible(ben!);
  await dialog.getByRole('button', { name: 'Take theirs' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Definition', exact: true })).toHaveValue('oxygen in the liquid');
  await Promise.all([ann!, ben!].map((page) => page.context().close()));
});

test.describe('without a connection', () => {
  test.use({ provoked: /ERR_INTERNET_DISCONNECTED/ });

  test('what is saved waits, says so, and is done when the connection is back', async ({ page, context }) => {
    await page.goto(`/g/${glossary}/terms?q=exhaust%20gas`);
    await expect(page.getByRole('region', { name: 'Evidence' }).getByRole('heading', { level: 2 })).toBeVisible();
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Note' }).fill('written on a train');
    await context.setOffline(true);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText('There is no connection.')).toBeVisible();
    await expectAccessible(page);
    await context.setOffline(false);
    await expect(page.getByText('Saved.')).toBeVisible();
    await expect(dialog).toBeHidden();
  });
});

test('marked text becomes a term that was missed', async ({ page }) => {
  await page.goto(`/g/${glossary}/terms?q=vessel`);
  const pane = page.getByRole('region', { name: 'Page' });
  await page.getByRole('region', { name: 'Evidence' }).getByRole('button', { name: /p\. 2$/ }).first().click();
  await expect(page.getByTestId('light').first()).toBeVisible({ timeout: 15_000 });
  await pane.getByRole('button', { name: 'Text' }).click();
  await pane.locator('[data-start]').filter({ hasText: 'safety goggles' }).evaluate((paragraph) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf('heat-resistant gloves') ?? -1;
      if (at >= 0) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 'heat-resistant gloves'.length);
        window.getSelection()?.removeAllRanges();
        window.getSelection()?.addRange(range);
      }
    }
  });
  await page.keyboard.press('Shift+N');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Term', exact: true })).toHaveValue('heat-resistant gloves');
  await expectAccessible(page);
  await dialog.getByRole('textbox', { name: 'Term', exact: true }).fill('heat-resistant protective glove');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByText('“heat-resistant protective glove” was added.')).toBeVisible();
});

test('everything below a score is rejected at once and taken back whole', async ({ page }) => {
  await page.goto(`/g/${glossary}/terms?q=valve`);
  await page.getByRole('button', { name: 'Decide all shown …' }).click();
  const dialog = page.getByRole('dialog');
  const reject = dialog.getByRole('button', { name: /Reject \d+ terms?/ });
  await expect(reject).toBeEnabled();
  await expectAccessible(page);
  await reject.click();
  await expect(dialog.getByText(/\d+ terms? (was|were) decided/)).toBeVisible({ timeout: 15_000 });
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(dialog.getByText('Taken back.')).toBeVisible({ timeout: 15_000 });
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByRole('grid', { name: 'Terms by score' }).getByRole('row', { name: /valve/ }).first()).toBeVisible();
});

test('what was approved comes out in every format', async ({ page }) => {
  await page.goto(`/g/${glossary}/exports`);
  for (const [label, extension, start] of [
    ['CSV, one row per term', 'csv', '\uFEFFconcept,term'],
    ['Excel (XLSX), one row per term', 'xlsx', 'PK'],
    ['TBX-Basic (ISO 30042), for terminology systems', 'tbx', '<?xml'],
    ['JSON, complete', 'json', '{'],
  ] as const) {
    await page.getByRole('radio', { name: label }).check();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await expectDownload(page, extension, start);
  }
  await page.getByRole('button', { name: 'Export everything' }).click();
  await expectDownload(page, 'zip', 'PK');
  await expectAccessible(page);
});

async function expectDownload(page: import('@playwright/test').Page, extension: string, start: string) {
  const link = page.getByRole('button', { name: new RegExp(`Download .*\\.${extension}`) });
  await expect(link).toBeVisible({ timeout: 20_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(readFileSync(await download.path(), 'utf8').startsWith(start)).toBe(true);
}
