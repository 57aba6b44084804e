import '../../i18n';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { api, type Schemas } from '../../api/client';
import { concept, term } from './testing/concepts';
import { Languages } from './Languages';

const shown = concept({
  state: 'Approved',
  terms: [
    term({ text: 'fermenter', key: 'fermenter', state: 'Approved', status: 'Admitted' }),
    term({ text: 'bioreactor', key: 'bioreactor', state: 'Approved', status: 'Preferred' }),
    term({ text: 'Bioreaktor', key: 'bioreaktor', language: 'de', state: 'Approved', status: 'Preferred' }),
  ],
});

function show(of: Schemas['Concept'], role: Schemas['Me']['role'] = 'Editor') {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  queries.setQueryData(['me'], { id: 'me', name: 'Me', role, provider: 'local', switchableRoles: [] });
  queries.setQueryData(['glossary', 'made'], { targetLanguages: ['de', 'fr'], customFields: [] });
  render(
    <QueryClientProvider client={queries}>
      <MemoryRouter>
        <Languages glossary="made" concept={of} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

const patch = vi.spyOn(api, 'PATCH');
beforeEach(() => {
  patch.mockImplementation(() => Promise.resolve({ data: shown, response: new Response() }));
});
afterEach(() => {
  patch.mockReset();
});
const sent = () => (patch.mock.lastCall as unknown as [string, { body: Schemas['ConceptPatch'] }] | undefined)?.[1].body.terms;

it('shows the terms by language, and the languages that are wanted and have none', () => {
  show(shown);
  expect(within(screen.getByRole('region', { name: 'English' })).getAllByRole('listitem')).toHaveLength(2);
  expect(within(screen.getByRole('region', { name: 'German' })).getByText('Bioreaktor')).toHaveAttribute('lang', 'de');
  expect(screen.getByRole('region', { name: 'French' })).toHaveTextContent('No term in this language yet.');
});

it('a term is made the preferred one: first in its language, the only one with that status', async () => {
  show(shown);
  await userEvent.click(screen.getByRole('button', { name: 'Make “fermenter” preferred' }));
  expect(sent()).toEqual([
    { language: 'en', text: 'fermenter', key: 'fermenter', state: 'Approved', status: 'Preferred', forbidden: false },
    { language: 'en', text: 'bioreactor', key: 'bioreactor', status: 'Admitted' },
    { language: 'de', text: 'Bioreaktor', key: 'bioreaktor' },
  ]);
});

it('the first term of a language is its preferred one', async () => {
  show(shown);
  await userEvent.type(screen.getByLabelText('New term: French'), 'bioréacteur{Enter}');
  expect(sent()?.at(-1)).toEqual({ language: 'fr', text: 'bioréacteur', status: 'Preferred' });
});

it('a term is removed, and the focus stays in its language', async () => {
  show(shown);
  await userEvent.click(screen.getByRole('button', { name: 'Remove the term “fermenter”' }));
  expect(sent()?.map((line) => line.text)).toEqual(['bioreactor', 'Bioreaktor']);
  expect(screen.getByRole('heading', { name: /English/ })).toHaveFocus();
});

it('a reader may change nothing', () => {
  show(shown, 'Reader');
  expect(screen.queryAllByRole('button')).toEqual([]);
  expect(screen.queryAllByRole('textbox')).toEqual([]);
});
