import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useConcept, useOccurrences } from '../../api/queries';
import { ErrorState, Skeleton } from '../../shared/states';
import type { Place } from '../places/PagePane';
import { ConceptHead } from './ConceptHead';
import { ConceptPlaces } from './ConceptPlaces';
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
  // Asked for along with the concept, so that the places need not wait for it.
  useOccurrences(glossary, concept);

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
          <ConceptPlaces glossary={glossary} concept={detail.data} document={document} place={place} onPlace={onPlace} onShow={onShow} />
        </>
      )}
    </section>
  );
}
