import '../../i18n';
import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { Schemas } from '../../api/client';
import { setPreferences } from '../../shared/preferences';
import { ScoreParts } from '../concepts/ScoreParts';
import { readFilter } from './filter';
import { TermGrid } from './TermGrid';

const row = (index: number): Schemas['ConceptRow'] => ({
  id: `id${index}`,
  text: `term ${index}`,
  language: 'en',
  type: 'FullForm',
  state: 'Candidate',
  score: 1 - index / 1000,
  frequency: index,
  documents: 1,
});

function Grid({ count = 100, onMore = () => undefined }: { count?: number; onMore?: () => void }) {
  const [selected, setSelected] = useState('id0');
  return (
    <>
      <input aria-label="elsewhere" />
      <TermGrid
        rows={Array.from({ length: count }, (_, index) => row(index))}
        selected={selected}
        hasMore={false}
        onMore={onMore}
        onSelect={(chosen) => setSelected(chosen.id)}
        onOpen={() => undefined}
      />
    </>
  );
}

const active = () => screen.getByRole('grid').getAttribute('aria-activedescendant');

describe('the list of terms', () => {
  it('draws only the rows in sight', () => {
    render(<Grid count={5000} />);
    expect(screen.getAllByRole('row').length).toBeGreaterThan(10);
    expect(screen.getAllByRole('row').length).toBeLessThan(80);
  });

  it('moves its selection by letters, arrows and Home', async () => {
    const user = userEvent.setup();
    render(<Grid />);
    await user.keyboard('jjj');
    expect(active()).toBe('row-id3');
    await user.keyboard('k');
    expect(active()).toBe('row-id2');
    screen.getByRole('grid').focus();
    await user.keyboard('{ArrowDown}');
    expect(active()).toBe('row-id3');
    await user.keyboard('{Home}');
    expect(active()).toBe('row-id0');
    await user.keyboard('{ArrowUp}');
    expect(active()).toBe('row-id0');
  });

  it('leaves letters to a field that is being typed in', async () => {
    const user = userEvent.setup();
    render(<Grid />);
    await user.type(screen.getByLabelText('elsewhere'), 'jj');
    expect(active()).toBe('row-id0');
  });

  it('ignores letters where a person switched keys off', () => {
    setPreferences({ keys: false });
    render(<Grid />);
    fireEvent.keyDown(document.body, { key: 'j' });
    expect(active()).toBe('row-id0');
    setPreferences({ keys: true });
  });

  it('asks for more before its end is in sight', () => {
    const more = vi.fn();
    render(
      <TermGrid rows={[row(0), row(1)]} selected="id0" hasMore onMore={more} onSelect={() => undefined} onOpen={() => undefined} />,
    );
    expect(more).toHaveBeenCalled();
  });

  it('names the language of each term', () => {
    render(<Grid count={1} />);
    expect(within(screen.getByRole('grid')).getByText('term 0')).toHaveAttribute('lang', 'en');
  });
});

describe('the parts of a score', () => {
  it('add up to the sum that is shown', () => {
    render(
      <ScoreParts
        score={0.5}
        parts={[
          { name: 'base', value: -2.25 },
          { name: 'rarity', value: 1.5 },
          { name: 'spread', value: 0.75 },
        ]}
      />,
    );
    expect(screen.getByRole('row', { name: /Sum/, hidden: true })).toHaveTextContent('0.00');
    expect(screen.getByRole('row', { name: /Base/, hidden: true })).toHaveTextContent('-2.25');
    expect(screen.getByRole('row', { name: /Rare in/, hidden: true })).toHaveTextContent('+1.50');
  });
});

describe('the filter of an address', () => {
  it('takes what it understands and leaves out the rest', () => {
    expect(readFilter(new URLSearchParams('state=Approved&minScore=0.5&q=pH&document=d1&language=de'))).toEqual({
      state: 'Approved',
      minScore: 0.5,
      q: 'pH',
      document: 'd1',
      language: 'de',
    });
    expect(readFilter(new URLSearchParams('state=nonsense&minScore=7&q='))).toEqual({});
  });
});
