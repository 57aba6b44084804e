import { useEffect, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useConcept, useOccurrences } from '../../api/queries';
import { ErrorState, Skeleton } from '../../shared/states';
import type { Place } from '../places/PagePane';
import { Places } from '../places/Places';
import { ConceptHead } from './ConceptHead';
import { History } from './History';

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
  const fileNames = useMemo(
    () => new Map(detail.data?.evidence.map((evidence) => [evidence.documentId, evidence.fileName])),
    [detail.data],
  );

  // The first place of a newly chosen term is shown at once.
  const first = lines[0];
  useEffect(() => {
    if (first && fileNames.size > 0) {
      onPlace({ ...first, fileName: fileNames.get(first.documentId) ?? '' });
    }
    // Only a new first place or the names' arrival count; moving among the places must not jump back.
  }, [first, fileNames, onPlace]);

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
          <Places lines={lines} language={detail.data.terms[0]?.language} fileNames={fileNames} place={place} onPlace={onPlace} onShow={onShow} />
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
