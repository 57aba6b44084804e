import '../../i18n';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { api, type Schemas } from '../../api/client';
import { Comments } from './Comments';

const comment: Schemas['Comment'] = { id: 'c1', text: 'Is this the same as a tank?', by: 'ann', name: 'Ann', at: '2026-01-01T00:00:00Z' };

function show(role: Schemas['Me']['role'], comments: Schemas['Comment'][]) {
  vi.spyOn(api, 'GET').mockImplementation((path) => Promise.resolve({ data: path === '/api/v1/me' ? { role } : { value: comments }, response: new Response() }) as never);
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Comments glossary="made" concept="concept" />
    </QueryClientProvider>,
  );
}

afterEach(() => vi.restoreAllMocks());

it('a comment is said, and the field is ready for the next', async () => {
  const post = vi.spyOn(api, 'POST').mockImplementation(() => Promise.resolve({ data: comment, response: new Response() }));
  show('Editor', []);
  expect(await screen.findByText('Nobody has said anything about it yet.')).toBeVisible();
  const field = await screen.findByRole('textbox', { name: 'Comment' });
  await userEvent.type(field, 'No, it is stirred.');
  await userEvent.click(screen.getByRole('button', { name: 'Comment' }));
  expect(post).toHaveBeenCalledWith(expect.anything(), {
    params: { path: { glossary: 'made', concept: 'concept' } },
    body: { text: 'No, it is stirred.' },
  });
  expect(field).toHaveValue('');
});

it('a reader reads who said what', async () => {
  show('Reader', [comment]);
  expect(await screen.findByText('Is this the same as a tank?')).toBeVisible();
  expect(screen.getByText('Ann')).toBeVisible();
  expect(screen.queryByRole('textbox')).toBeNull();
});
