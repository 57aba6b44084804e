import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type APIRequestContext, type Page } from '@playwright/test';

export const sampleOf = (language: 'en' | 'de', extension: 'pdf' | 'docx' | 'xlsx') =>
  `../Glossary.Samples/documents/bioreactor-manual.${language}.${extension}`;
export const sample = (language: 'en' | 'de') => sampleOf(language, 'pdf');

/** A page that fails its test on any error in the console, but for one that the test provokes, and on any breach of the content security policy. */
export const test = base.extend<{ provoked: RegExp | null }>({
  provoked: [null, { option: true }],
  page: async ({ page, provoked }, use) => {
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !provoked?.test(message.text())) {
        faults.push(message.text());
      }
    });
    page.on('pageerror', (error) => faults.push(error.message));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
    });
    await use(page);
    expect(faults).toEqual([]);
  },
});

const headers = { 'x-glossary-client': 'e2e' };

/** A glossary with a document whose terms are ready, made by the API. */
export async function readyGlossary(request: APIRequestContext, name: string, language: 'en' | 'de' = 'en'): Promise<string> {
  const created = await request.post('/api/v1/glossaries', { headers, data: { name } });
  const slug = created.ok() ? ((await created.json()) as { slug: string }).slug : name.toLowerCase();
  await upload(request, slug, `bioreactor-manual.${language}.pdf`, readFileSync(sample(language)));
  await waitForDocuments(request, slug, 1);
  return slug;
}

export async function waitForDocuments(request: APIRequestContext, glossary: string, count: number): Promise<void> {
  await expect
    .poll(async () => (await documents(request, glossary)).map((document) => document.state).join(), { timeout: 40_000 })
    .toBe(Array(count).fill('Ready').join());
}

export async function upload(request: APIRequestContext, glossary: string, fileName: string, content: Buffer): Promise<void> {
  const asked = await request.post(`/api/v1/glossaries/${glossary}/uploads`, { headers, data: { fileName, size: content.length } });
  expect(asked.ok()).toBe(true);
  const ticket = (await asked.json()) as { url: string; headers: Record<string, string> };
  const put = await request.put(ticket.url, { headers: ticket.headers, data: content });
  expect(put.status()).toBe(201);
}

export async function documents(request: APIRequestContext, glossary: string): Promise<{ fileName: string; state: string }[]> {
  return ((await (await request.get(`/api/v1/glossaries/${glossary}/documents`)).json()) as { value: { fileName: string; state: string }[] }).value;
}

/** Asserts that axe finds nothing in the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const result = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(result.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join('; ')}`)).toEqual([]);
}

export { expect } from '@playwright/test';
