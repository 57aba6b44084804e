import '../../i18n';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, it, vi } from 'vitest';
import { api, type Schemas } from '../../api/client';
import { EditConcept } from './EditConcept';

const opened: Schemas['Concept'] = {
  id: 'concept',
  glossary: 'made',
  state: 'Approved',
  score: 0.5,
  definitions: [{ text: 'a vessel' }],
  note: 'old note',
  customFields: {}, tags: [],
  terms: [],
  evidence: [],
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  changeNumber: 1,
  etag: 'one',
};
const changed: Schemas['Concept'] = { ...opened, definitions: [{ text: 'a closed vessel' }], note: 'new note', changeNumber: 2, etag: 'two' };

const form = (concept: Schemas['Concept']) => (
  <QueryClientProvider client={new QueryClient()}>
    <MemoryRouter>
      <EditConcept glossary="made" concept={concept} focus="definition" onClose={() => undefined} />
    </MemoryRouter>
  </QueryClientProvider>
);

const sent = () =>
  vi.spyOn(api, 'PATCH').mockImplementation(() => Promise.resolve({ data: changed, response: new Response() }));

afterEach(() => vi.restoreAllMocks());

it('what nobody touched shows the change of another person and is not written', async () => {
  const patch = sent();
  const { rerender } = render(form(opened));
  await userEvent.clear(screen.getByLabelText('Definition'));
  await userEvent.type(screen.getByLabelText('Definition'), 'a stirred vessel');
  rerender(form(changed));

  expect(screen.getByLabelText('Note')).toHaveValue('new note');
  expect(screen.getByRole('alert')).toHaveTextContent('Somebody changed this meanwhile to “a closed vessel”.');

  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(patch).toHaveBeenCalledWith(
    expect.anything(),
    expect.objectContaining({
      params: { path: { glossary: 'made', concept: 'concept' }, header: { 'If-Match': '"two"' } },
      body: { definitions: [{ text: 'a stirred vessel' }] },
    }),
  );
});

it('the change of another person can be taken instead of the own one', async () => {
  const { rerender } = render(form(opened));
  await userEvent.type(screen.getByLabelText('Definition'), ' with a lid');
  rerender(form(changed));

  await userEvent.click(screen.getByRole('button', { name: 'Take theirs' }));

  expect(screen.getByLabelText('Definition')).toHaveValue('a closed vessel');
  expect(screen.queryByRole('alert')).toBeNull();
});
