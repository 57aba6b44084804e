import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useFormat } from '../../shared/format';
import { useKey } from '../../shared/keys';
import { usePreferences } from '../../shared/preferences';

type Row = Schemas['ConceptRow'];

const loadAhead = 60;

/** The list by score: virtual, one selection, moved by keys. Rows never jump: the order is the store's. */
export function TermGrid({
  rows,
  selected,
  hasMore,
  onMore,
  onSelect,
  onOpen,
}: {
  rows: Row[];
  selected: string | undefined;
  hasMore: boolean;
  onMore: () => void;
  onSelect: (row: Row) => void;
  onOpen: () => void;
}) {
  const { t } = useTranslation();
  const { compact } = usePreferences();
  const scroller = useRef<HTMLDivElement>(null);
  const height = compact ? 30 : 38;
  // The compiler's lint can't look into the virtualizer; nothing here is memoised by it.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    initialRect: { width: 400, height: 800 },
  });
  const items = virtual.getVirtualItems();
  const lastShown = items[items.length - 1]?.index ?? 0;
  const index = Math.max(0, rows.findIndex((row) => row.id === selected));

  useEffect(() => {
    virtual.measure();
  }, [height, virtual]);
  useEffect(() => {
    if (hasMore && lastShown + loadAhead > rows.length) {
      onMore();
    }
  }, [hasMore, lastShown, rows.length, onMore]);

  const move = (to: number) => {
    const target = Math.min(rows.length - 1, Math.max(0, to));
    const row = rows[target];
    if (row) {
      onSelect(row);
      virtual.scrollToIndex(target, { align: 'auto' });
    }
  };
  useKey('j', () => move(index + 1));
  useKey('k', () => move(index - 1));

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 1);
    const steps: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + page,
      PageUp: index - page,
      Home: 0,
      End: rows.length - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) {
      event.preventDefault();
      move(to);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onOpen();
    }
  };

  return (
    <div className="pane pane-list">
      <div
        ref={scroller}
        className="grid"
        role="grid"
        tabIndex={0}
        aria-label={t('terms.list')}
        aria-rowcount={hasMore ? -1 : rows.length + 1}
        aria-activedescendant={rows[index] ? `row-${rows[index].id}` : undefined}
        onKeyDown={onKeyDown}
      >
        <div className="grid-head" role="row" aria-rowindex={1}>
          <span role="columnheader">{t('terms.term')}</span>
          <span role="columnheader">{t('terms.score')}</span>
          <span role="columnheader" title={t('terms.frequency')}>
            {t('terms.frequency')}
          </span>
        </div>
        <div role="rowgroup" className="grid-body" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            return row ? (
              <GridRow
                key={row.id}
                row={row}
                index={item.index}
                offset={item.start}
                height={height}
                isSelected={item.index === index}
                onSelect={onSelect}
                onOpen={onOpen}
              />
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}

function GridRow({
  row,
  index,
  offset,
  height,
  isSelected,
  onSelect,
  onOpen,
}: {
  row: Row;
  index: number;
  offset: number;
  height: number;
  isSelected: boolean;
  onSelect: (row: Row) => void;
  onOpen: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const percent = Math.round(row.score * 100);
  return (
    // Keys are the grid's, which has the focus; the pointer needs no other way.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={`row-${row.id}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={`grid-row state-row-${row.state.toLowerCase()}`}
      style={{ transform: `translateY(${offset}px)`, height }}
      onClick={() => onSelect(row)}
      onDoubleClick={onOpen}
    >
      <span role="gridcell" className="grid-term">
        <span lang={row.language} dir="auto">
          {row.text}
        </span>
        {row.fullForm && (
          <span className="quiet" lang={row.language}>
            {row.fullForm}
          </span>
        )}
        {!row.fullForm && row.abbreviation && <span className="quiet">{row.abbreviation}</span>}
        {row.state !== 'Candidate' && (
          <span className={`chip state-mark state-mark-${row.state.toLowerCase()}`} title={t(`terms.states.${row.state}`)}>
            <span className="unseen">{t(`terms.states.${row.state}`)}</span>
          </span>
        )}
      </span>
      <span role="gridcell" className="grid-score">
        <span className="score-bar" aria-hidden="true">
          <span style={{ width: `${percent}%` }} />
        </span>
        {percent}
      </span>
      <span role="gridcell" className="grid-number">
        {format.number(row.frequency)}
      </span>
    </div>
  );
}
