import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Schemas } from '../../api/client';
import { useConcept, useGlossary, useTerms, type TermFilter } from '../../api/queries';
import { EmptyState, ErrorState, Skeleton } from '../../shared/states';
import { useHasRole } from '../../shared/useRole';
import { EditConcept } from '../concepts/EditConcept';
import { Evidence } from '../concepts/Evidence';
import { useSession } from '../concepts/session';
import { PagePane, type Place } from '../places/PagePane';
import { BulkDecision } from './BulkDecision';
import { DecisionBar } from './DecisionBar';
import { useDecisions, type Reason, type State } from './decisions';
import { readFilter } from './filter';
import { Meter } from './Meter';
import { NewTerm } from './NewTerm';
import { readSelection, type Selected } from './selection';
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
          // Another list begins at its top.
          after.delete('concept');
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
  const isEditor = useHasRole('Editor');
  const { decide, undo } = useDecisions(glossary);
  const session = useSession(glossary);
  const [editing, setEditing] = useState<'term' | 'definition'>();
  const [making, setMaking] = useState<{ selected: Selected; approve: boolean }>();
  const [deciding, setDeciding] = useState(false);
  const index = rows.findIndex((row) => row.id === selected);
  const row = rows[index];
  const detail = useConcept(glossary, selected);

  // A decision marks the row and goes on to the next one that nobody has decided; the order stays.
  const onDecide = (state: State, reason?: Reason) => {
    if (row) {
      void decide(row, state, reason);
      const next = state === 'Candidate' ? undefined : rows.slice(index + 1).find((each) => each.state === 'Candidate');
      if (next) {
        select(next);
      }
    }
  };
  const isFiltered = Object.keys(filter).length > 0;

  return (
    <div className="workbench" data-tab={tab}>
      <div className="work-head">
        <h1>{t('terms.title')}</h1>
        <Count pages={terms.data?.pages} loaded={rows.length} more={terms.hasNextPage} />
        <Meter glossary={glossary} />
        <TermFilters glossary={glossary} filter={filter} onChange={change} />
        {isEditor && rows.length > 0 && (
          <button type="button" className="link" onClick={() => setDeciding(true)}>
            {t('terms.bulk')}
          </button>
        )}
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
            actions={
              isEditor &&
              row && (
                <DecisionBar
                  key={row.id}
                  state={row.state}
                  canUndo={session.undoable.length > 0}
                  onDecide={onDecide}
                  onEdit={setEditing}
                  onUndo={() => void undo()}
                  onNew={(approve) => setMaking({ selected: readSelection(place), approve })}
                />
              )
            }
          />
          <PagePane glossary={glossary} place={place} />
        </div>
      )}
      <Rejected glossary={glossary} filter={filter} onShow={() => change('state', 'Rejected')} />
      {editing && detail.data && (
        <EditConcept glossary={glossary} concept={detail.data} focus={editing} onClose={() => setEditing(undefined)} />
      )}
      {making && (
        <NewTerm
          glossary={glossary}
          selected={making.selected}
          approve={making.approve}
          language={row?.language ?? 'en'}
          onClose={() => setMaking(undefined)}
          onMade={(id) => change('concept', id, true)}
        />
      )}
      {deciding && <BulkDecision glossary={glossary} filter={filter} onClose={() => setDeciding(false)} />}
    </div>
  );
}

/** What was rejected is folded away, a press from sight. */
function Rejected({ glossary, filter, onShow }: { glossary: string; filter: TermFilter; onShow: () => void }) {
  const { t } = useTranslation();
  const count = useGlossary(glossary).data?.counts.rejected ?? 0;
  return count > 0 && filter.state === undefined ? (
    <button type="button" className="link rejected-fold" onClick={onShow}>
      {t('terms.rejectedFold', { count })}
    </button>
  ) : null;
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

