import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, useParams } from 'react-router';
import { ApiError, type Schemas } from '../../api/client';
import { useConcept } from '../../api/queries';
import { ErrorState, Skeleton } from '../../shared/states';
import { useHasRole } from '../../shared/useRole';
import { PagePane, type Place } from '../places/PagePane';
import { DecisionBar } from '../terms/DecisionBar';
import { useDecisions } from '../terms/decisions';
import { Arrival, arrivalOf } from './Arrival';
import { ChangeList } from './ChangeList';
import { Comments } from './Comments';
import { ConceptGone } from './ConceptGone';
import { ConceptHeader } from './ConceptHeader';
import { ConceptPlaces } from './ConceptPlaces';
import { Description } from './Description';
import { EditConcept } from './EditConcept';
import { Languages } from './Languages';
import { Relations } from './Relations';
import { useSession } from './session';

/** One concept by its own address: in all its languages, with its evidence and the page beside it. */
export default function ConceptPage() {
  const { t } = useTranslation();
  const { glossary = '', concept = '' } = useParams();
  const detail = useConcept(glossary, concept);
  const found = detail.data;
  const name = found?.terms[0]?.text;
  useEffect(() => {
    if (name) {
      document.title = `${name} · ${t('app.name')}`;
    }
  }, [name, t]);

  if (found && (found.id !== concept || found.glossary !== glossary)) {
    return <Navigate to={`/g/${found.glossary}/concepts/${found.id}`} replace state={found.glossary === glossary ? { kind: 'merged' } : { kind: 'moved', from: glossary }} />;
  }
  return (
    <div className="page concept-page">
      {found ? (
        <ShownConcept key={found.id} glossary={glossary} concept={found} />
      ) : detail.error instanceof ApiError && detail.error.status === 404 ? (
        <ConceptGone glossary={glossary} concept={concept} />
      ) : (
        <>
          <h1>{t('terms.concept')}</h1>
          {detail.error ? <ErrorState error={detail.error} retry={() => void detail.refetch()} /> : <Skeleton rows={12} />}
        </>
      )}
    </div>
  );
}

function ShownConcept({ glossary, concept }: { glossary: string; concept: Schemas['Concept'] }) {
  const { t } = useTranslation();
  const arrival = arrivalOf(useLocation().state);
  const isEditor = useHasRole('Editor');
  const { decide, undo } = useDecisions(glossary);
  const session = useSession(glossary);
  const [editing, setEditing] = useState<'term' | 'definition'>();
  const [place, setPlace] = useState<Place>();
  return (
    <>
      {arrival && <Arrival arrival={arrival} />}
      <ConceptHeader glossary={glossary} concept={concept}>
        {isEditor && (
          <DecisionBar
            state={concept.state}
            canUndo={session.undoable.length > 0}
            onDecide={(state, reason) => void decide({ id: concept.id, text: concept.terms[0]?.text ?? '', state: concept.state }, state, reason)}
            onEdit={setEditing}
            onUndo={() => void undo()}
          />
        )}
      </ConceptHeader>
      <div className="concept-columns">
        <div className="concept-sections">
          <Description glossary={glossary} concept={concept} onEdit={isEditor ? () => setEditing('definition') : undefined} />
          <Languages glossary={glossary} concept={concept} />
          <Relations glossary={glossary} concept={concept} />
          <Comments glossary={glossary} concept={concept.id} />
          <section className="card concept-section" aria-labelledby="concept-history">
            <h2 id="concept-history">{t('terms.history')}</h2>
            <ChangeList glossary={glossary} concept={concept.id} />
          </section>
        </div>
        <section className="concept-evidence" aria-label={t('terms.evidence')}>
          {concept.evidence.length > 0 && (
            <div className="card concept-places">
              <ConceptPlaces glossary={glossary} concept={concept} place={place} onPlace={setPlace} onShow={() => undefined} />
            </div>
          )}
          {place && <PagePane glossary={glossary} place={place} />}
        </section>
      </div>
      {editing && <EditConcept glossary={glossary} concept={concept} focus={editing} onClose={() => setEditing(undefined)} />}
    </>
  );
}
