import '../../i18n';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, it, vi } from 'vitest';
import { api, type Schemas } from '../../api/client';
import { ChangeList } from './ChangeList';

const content: Schemas['ConceptContent'] = {
  state: 'Candidate',
  definitions: [{ text: 'a vessel' }],
  customFields: {},
  terms: [{ language: 'en', key: 'vessel', text: 'vessel', partOfSpeech: 'noun', type: 'FullForm', state: 'Candidate', forbidden: false, origin: 'Extracted' }],
  relations: [],
};
const change = (number: number, after: Partial<Schemas['ConceptContent']>): Schemas['Change'] => ({
  number,
  kind: 'Edited',
  at: '2026-01-01T00:00:00Z',
  by: 'ann',
  concepts: 1,
  edits: [{ conceptId: 'concept', before: content, after: { ...content, ...after } }],
});

function show(changes: Schemas['Change'][]) {
  vi.spyOn(api, 'GET').mockImplementation((path) => Promise.resolve({ data: path === '/api/v1/me' ? { role: 'Editor' } : { value: changes }, response: new Response() }) as never);
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter>
        <ChangeList glossary="made" concept="concept" />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

afterEach(() => vi.restoreAllMocks());

it('says what differs, before and after', async () => {
  const terms = [{ ...content.terms[0]!, text: 'Vessel' }, { ...content.terms[0]!, language: 'de', key: 'gefäß', text: 'Gefäß' }];
  show([change(3, { definitions: [{ text: 'a closed vessel' }], terms })]);
  const entry = (await screen.findByText('Edited')).closest('li')!;
  expect(within(entry).getAllByRole('listitem').map((each) => each.textContent)).toEqual([
    'Term: vessel → Vessel',
    'Term: Gefäß',
    'Definition: a vessel → a closed vessel',
  ]);
  expect(within(entry).getByText('Gefäß')).toHaveAttribute('lang', 'de');
});

it('a change that a newer one stands against is not taken back, and leads to the newer one', async () => {
  const post = vi.spyOn(api, 'POST').mockImplementation(() =>
    Promise.resolve({
      error: { type: '', title: '', status: 409, detail: 'The concept was changed again since.', code: 'conflict', traceId: '', errors: { concept: ['concept'], change: ['4'] } },
      response: new Response(null, { status: 409 }),
    }),
  );
  show([change(4, { note: 'newer' }), change(3, { note: 'older' })]);
  await screen.findByText('newer');
  await userEvent.click((await screen.findAllByRole('button', { name: /Restore what was before: Edited/ }))[1]!);
  expect(post).toHaveBeenCalledWith(expect.anything(), { params: { path: { glossary: 'made', change: '3' } } });
  expect(await screen.findByRole('alert')).toHaveTextContent('The concept was changed again since.');

  await userEvent.click(screen.getByRole('link', { name: 'Show the newer change' }));
  expect(screen.getByText('newer').closest('.change')).toHaveFocus();
});
