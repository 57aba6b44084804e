import '../../i18n';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { api, type Schemas } from '../../api/client';
import { Relations } from './Relations';
import { concept } from './testing/concepts';

const relation: Schemas['Relation'] = {
  kind: 'Broader',
  inverse: 'Narrower',
  concept: 'other',
  text: 'apparatus',
  language: 'en',
  conceptState: 'Approved',
  confidence: 0.7,
  state: 'Proposed',
  evidence: [{ documentId: 'd1', page: 4, sentence: 'A vessel is an apparatus.' }],
};
const done = () => Promise.resolve({ data: { change: 7 }, response: new Response() });
const lists: Record<string, unknown> = {
  '/api/v1/me': { id: 'me', name: 'Me', role: 'Editor', provider: 'local', switchableRoles: [] },
  '/api/v1/glossaries/{glossary}/concepts/{concept}/relations': { value: [relation] },
  '/api/v1/glossaries/{glossary}/suggest': {
    value: [
      { text: 'vessel', language: 'en', conceptId: 'concept' },
      { text: 'valve', language: 'en', conceptId: 'valve' },
    ],
    index: { state: 'Ready', percent: 100, isCurrent: true },
  },
};

const [get, patch, post, remove] = [vi.spyOn(api, 'GET'), vi.spyOn(api, 'PATCH'), vi.spyOn(api, 'POST'), vi.spyOn(api, 'DELETE')];
beforeEach(() => {
  get.mockImplementation((path) => Promise.resolve({ data: lists[path], response: new Response() }) as never);
  patch.mockImplementation(done);
  post.mockImplementation(done);
  remove.mockImplementation(done);
});
afterEach(() => [get, patch, post, remove].forEach((spy) => spy.mockReset()));

async function show() {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter>
        <Relations glossary="made" concept={concept()} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  await screen.findByRole('button', { name: 'Add a relation' });
}

it('shows a relation by its kind, with the other concept, how sure it is, and what shows it', async () => {
  await show();
  expect(await screen.findByRole('heading', { name: 'Broader concept' })).toBeVisible();
  const entry = screen.getByRole('listitem');
  expect(within(entry).getByRole('link', { name: 'apparatus' })).toHaveAttribute('href', '/g/made/concepts/other');
  expect(entry).toHaveTextContent('proposed');
  expect(entry).toHaveTextContent('70 % sure');
  expect(entry).toHaveTextContent('A vessel is an apparatus.');
});

it('is confirmed and removed under the version that is shown', async () => {
  await show();
  const params = { path: { glossary: 'made', concept: 'concept', kind: 'Broader', other: 'other' }, header: { 'If-Match': '"one"' } };
  await userEvent.click(await screen.findByRole('button', { name: 'Confirm the relation to “apparatus”' }));
  expect(patch).toHaveBeenCalledWith(expect.anything(), { params, body: { state: 'Accepted' } });
  await userEvent.click(screen.getByRole('button', { name: 'Remove the relation to “apparatus”' }));
  expect(remove).toHaveBeenCalledWith(expect.anything(), { params });
  expect(screen.getByRole('heading', { name: 'Relations' })).toHaveFocus();
});

it('is added by its kind and the other concept, which is never the concept itself', async () => {
  await show();
  await userEvent.click(screen.getByRole('button', { name: 'Add a relation' }));
  const dialog = screen.getByRole('dialog');
  expect(within(dialog).getByRole('button', { name: 'Add' })).toBeDisabled();
  await userEvent.selectOptions(within(dialog).getByLabelText('Kind'), 'Has the part');
  await userEvent.type(within(dialog).getByLabelText('The other concept'), 'v');
  await userEvent.click(await within(dialog).findByRole('radio', { name: /valve/ }));
  expect(within(dialog).queryByRole('radio', { name: /vessel/ })).toBeNull();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Add' }));
  expect(post).toHaveBeenCalledWith(expect.anything(), {
    params: { path: { glossary: 'made', concept: 'concept' } },
    body: { kind: 'HasPart', concept: 'valve' },
  });
});
