import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useOccurrences } from '../../api/queries';
import type { Place } from '../places/PagePane';
import { Places } from '../places/Places';

/** The places of a concept, of one document or of all; the first one is shown at once. */
export function ConceptPlaces({
  glossary,
  concept,
  document,
  place,
  onPlace,
  onShow,
}: {
  glossary: string;
  concept: Schemas['Concept'];
  document?: string;
  place: Place | undefined;
  onPlace: (place: Place | undefined) => void;
  onShow: () => void;
}) {
  const { t } = useTranslation();
  const occurrences = useOccurrences(glossary, concept.id);
  const lines = useMemo(() => {
    const all = occurrences.data?.pages.flatMap((page) => page.value) ?? [];
    return document ? all.filter((line) => line.documentId === document) : all;
  }, [occurrences.data, document]);
  const fileNames = useMemo(() => new Map(concept.evidence.map((evidence) => [evidence.documentId, evidence.fileName])), [concept.evidence]);

  const first = lines[0];
  useEffect(() => {
    if (first && fileNames.size > 0) {
      onPlace({ ...first, fileName: fileNames.get(first.documentId) ?? '' });
    }
    // Only a new first place or the names' arrival count; moving among the places must not jump back.
  }, [first, fileNames, onPlace]);

  return (
    <>
      <Places lines={lines} language={concept.terms[0]?.language} fileNames={fileNames} place={place} onPlace={onPlace} onShow={onShow} />
      {occurrences.hasNextPage && (
        <button type="button" className="link" disabled={occurrences.isFetchingNextPage} onClick={() => void occurrences.fetchNextPage()}>
          {t('app.more')}
        </button>
      )}
    </>
  );
}
