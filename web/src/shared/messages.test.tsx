import '../i18n';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../api/client';
import { MessagesProvider, useMessages } from './messages';

function Buttons() {
  const { say, fail } = useMessages();
  return (
    <>
      <button onClick={() => say('Done.')}>say</button>
      <button onClick={() => fail(new ApiError('conflict', 409, 'Somebody else was first.'))}>refuse</button>
      <button onClick={() => fail(new ApiError('offline', 0, ''))}>lose</button>
      <button onClick={() => fail(new Error('inner text'))}>break</button>
    </>
  );
}

describe('messages', () => {
  it('are sentences for people, and are said by screen readers', async () => {
    const user = userEvent.setup();
    render(
      <MessagesProvider>
        <Buttons />
      </MessagesProvider>,
    );
    await user.click(screen.getByText('say'));
    await user.click(screen.getByText('refuse'));
    await user.click(screen.getByText('lose'));
    await user.click(screen.getByText('break'));
    const region = screen.getByRole('status');
    expect(region).toHaveTextContent('Done.');
    expect(region).toHaveTextContent('Somebody else was first.');
    expect(region).toHaveTextContent('No connection.');
    expect(region).not.toHaveTextContent('inner text');
  });

  it('go away when they are dismissed', async () => {
    const user = userEvent.setup();
    render(
      <MessagesProvider>
        <Buttons />
      </MessagesProvider>,
    );
    await user.click(screen.getByText('refuse'));
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });
});
