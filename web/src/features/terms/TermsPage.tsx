import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Schemas } from '../../api/client';
import { useTerms } from '../../api/queries';
import { EmptyState, ErrorState, Skeleton } from '../../shared/states';
import { Evidence } from './Evidence';
import { readFilter } from './filter';
import { PagePane, type Place } from './PagePane';
import { TermFilters } from './TermFilters';
import { TermGrid } from './TermGrid';

type Tab = 'list' | 'evidence' | 'page';

export default function TermsPage() {
  const { t } = useTranslation();
  const { glossary = '' } = useParams();
  const [parameters, setParameters] = useSearchParams();
  const filter = useMemo(() => readFilter(parameters), [parameters]);
  const terms = useTerms(glossary, filter);
  const rows = useMemo(() => terms.data?.pages.flatMap((page) => page.value) ?? [], [terms.data]);
  const selected = parameters.get('concept') ?? rows[0]?.id;
  const [place, setPlace] = useState<Place>();
  const [tab, setTab] = useState<Tab>('list');

  const change = useCallback(
    (name: string, value: string | undefined, replace = false) =>
      setParameters(
        (before) => {
          const after = new URLSearchParams(before);
          if (value) {
            after.set(name, value);
          } else {
            after.delete(name);
          }
          return after;
        },
        { replace },
      ),
    [setParameters],
  );
  const select = useCallback((row: Schemas['ConceptRow']) => change('concept', row.id, true), [change]);
  const isFiltered = Object.keys(filter).length > 0;

  return (
    <div className="workbench" data-tab={tab}>
      <div className="work-head">
        <h1>{t('terms.title')}</h1>
        <Count pages={terms.data?.pages} loaded={rows.length} more={terms.hasNextPage} />
        <TermFilters glossary={glossary} filter={filter} onChange={change} />
        <div className="tabs" role="group" aria-label={t('terms.title')}>
          {(['list', 'evidence', 'page'] as const).map((name) => (
            <button key={name} type="button" aria-pressed={tab === name} onClick={() => setTab(name)}>
              {t(`terms.tabs.${name}`)}
            </button>
          ))}
        </div>
      </div>
      {terms.isPending ? (
        <Skeleton rows={12} />
      ) : terms.error && rows.length === 0 ? (
        <ErrorState error={terms.error} retry={() => void terms.refetch()} />
      ) : rows.length === 0 ? (
        <NoTerms isFiltered={isFiltered} onClear={() => setParameters({})} />
      ) : (
        <div className="panes">
          <TermGrid
            rows={rows}
            selected={selected}
            hasMore={terms.hasNextPage}
            onMore={() => void terms.fetchNextPage()}
            onSelect={select}
            onOpen={() => setTab('evidence')}
          />
          <Evidence
            key={selected}
            glossary={glossary}
            concept={selected}
            document={filter.document}
            place={place}
            onPlace={setPlace}
            onShow={() => setTab('page')}
          />
          <PagePane glossary={glossary} place={place} />
        </div>
      )}
    </div>
  );
}

function Count({ pages, loaded, more }: { pages: Schemas['ConceptRowList'][] | undefined; loaded: number; more: boolean }) {
  const { t } = useTranslation();
  const count = pages?.[0]?.count ?? (more ? undefined : loaded);
  return (
    <p className="quiet" aria-live="polite">
      {pages && (count === undefined ? t('terms.loaded', { count: loaded }) : t('terms.count', { count }))}
    </p>
  );
}

function NoTerms({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useTranslation();
  return isFiltered ? (
    <EmptyState title={t('terms.noneTitle')} text={t('terms.noneText')}>
      <button type="button" className="link" onClick={onClear}>
        {t('terms.clear')}
      </button>
    </EmptyState>
  ) : (
    <EmptyState title={t('terms.emptyTitle')} text={t('terms.emptyText')}>
      <Link to="../documents" relative="path">
        {t('terms.toDocuments')}
      </Link>
    </EmptyState>
  );
}

