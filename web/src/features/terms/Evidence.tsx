import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useConcept, useOccurrences } from '../../api/queries';
import { useKey } from '../../shared/keys';
import { ErrorState, Skeleton } from '../../shared/states';
import { ConceptHead } from './ConceptHead';
import { History } from './History';
import type { Place } from './PagePane';

type Line = Schemas['OccurrenceLine'];

const isSame = (line: Line, place: Place | undefined) =>
  line.documentId === place?.documentId && line.page === place.page && line.start === place.start;

/** What speaks for the chosen term: its score's parts, its forms, and every place with what stands around it. */
export function Evidence({
  glossary,
  concept,
  document,
  place,
  onPlace,
  onShow,
  actions,
}: {
  glossary: string;
  concept: string | undefined;
  document: string | undefined;
  place: Place | undefined;
  onPlace: (place: Place | undefined) => void;
  onShow: () => void;
  actions?: ReactNode;
}) {
  const { t } = useTranslation();
  const detail = useConcept(glossary, concept);
  const occurrences = useOccurrences(glossary, concept);
  const lines = useMemo(() => {
    const all = occurrences.data?.pages.flatMap((page) => page.value) ?? [];
    return document ? all.filter((line) => line.documentId === document) : all;
  }, [occurrences.data, document]);
  const list = useRef<HTMLOListElement>(null);
  const fileNames = useMemo(
    () => new Map(detail.data?.evidence.map((evidence) => [evidence.documentId, evidence.fileName])),
    [detail.data],
  );
  const toPlace = (line: Line): Place => ({ ...line, fileName: fileNames.get(line.documentId) ?? '' });

  // The first place of a newly chosen term is shown at once.
  const first = lines[0];
  useEffect(() => {
    if (first && fileNames.size > 0) {
      onPlace({ ...first, fileName: fileNames.get(first.documentId) ?? '' });
    }
    // Only a new first place or the names' arrival count; moving among the places must not jump back.
  }, [first, fileNames, onPlace]);

  const step = (by: number) => {
    const at = lines.findIndex((line) => isSame(line, place));
    const next = lines[Math.min(lines.length - 1, Math.max(0, at + by))];
    if (next) {
      onPlace(toPlace(next));
      list.current?.children[lines.indexOf(next)]?.scrollIntoView({ block: 'nearest' });
    }
  };
  useKey('.', () => step(1));
  useKey(',', () => step(-1));

  return (
    <section className="pane pane-evidence" aria-label={t('terms.evidence')}>
      {/* Keys work while the evidence is still on its way. */}
      {actions}
      {concept === undefined ? (
        <p className="quiet">{t('terms.select')}</p>
      ) : detail.isPending ? (
        <Skeleton rows={6} />
      ) : detail.error ? (
        <ErrorState error={detail.error} retry={() => void detail.refetch()} />
      ) : (
        <>
          <ConceptHead concept={detail.data} />
          <History glossary={glossary} concept={detail.data.id} />
          <div className="places-head">
            <h3>{t('terms.places')}</h3>
            <div className="row">
              <button type="button" className="plain" aria-label={t('terms.previous')} title="," onClick={() => step(-1)}>
                ‹
              </button>
              <button type="button" className="plain" aria-label={t('terms.next')} title="." onClick={() => step(1)}>
                ›
              </button>
            </div>
          </div>
          <ol className="places" ref={list}>
            {lines.map((line) => (
              <li key={`${line.documentId}-${line.page}-${line.start}`}>
                <button
                  type="button"
                  className="place"
                  aria-current={isSame(line, place) ? 'true' : undefined}
                  onClick={() => {
                    onPlace(toPlace(line));
                    onShow();
                  }}
                >
                  <span className="kwic" lang={detail.data.terms[0]?.language}>
                    <span className="kwic-left">
                      <bdi>{line.left}</bdi>
                    </span>
                    <mark>{line.text}</mark>
                    <span>{line.right}</span>
                  </span>
                  <span className="chip chip-place" title={fileNames.get(line.documentId)}>
                    {line.place ?? t('terms.page', { page: line.page })}
                  </span>
                </button>
              </li>
            ))}
          </ol>
          {occurrences.hasNextPage && (
            <button type="button" className="link" disabled={occurrences.isFetchingNextPage} onClick={() => void occurrences.fetchNextPage()}>
              {t('app.more')}
            </button>
          )}
        </>
      )}
    </section>
  );
}
