import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useRelations } from '../../api/queries';
import { ErrorState, Skeleton } from '../../shared/states';
import { useHasRole } from '../../shared/useRole';
import { AddRelation } from './AddRelation';
import { RelationEntry } from './RelationEntry';
import { relationKinds } from './relationKinds';

/** How a concept is related to others, kind by kind, as seen from it. */
export function Relations({ glossary, concept }: { glossary: string; concept: Schemas['Concept'] }) {
  const { t } = useTranslation();
  const isEditor = useHasRole('Editor');
  const relations = useRelations(glossary, concept.id);
  const [adding, setAdding] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const kinds = relationKinds
    .map((kind) => ({ kind, each: relations.data?.value.filter((relation) => relation.kind === kind) ?? [] }))
    .filter(({ each }) => each.length > 0);
  return (
    <section className="card concept-section" aria-labelledby="concept-relations">
      <div className="section-head">
        <h2 id="concept-relations" ref={heading} tabIndex={-1}>
          {t('concept.relations')}
        </h2>
        {isEditor && (
          <button type="button" className="link" onClick={() => setAdding(true)}>
            {t('concept.addRelation')}
          </button>
        )}
      </div>
      {relations.isPending ? (
        <Skeleton rows={2} />
      ) : relations.error ? (
        <ErrorState error={relations.error} retry={() => void relations.refetch()} />
      ) : kinds.length === 0 ? (
        <p className="quiet">{t('concept.noRelation')}</p>
      ) : (
        kinds.map(({ kind, each }) => (
          <div key={kind} className="relation-kind">
            <h3>{t(`concept.relationKind.${kind}`)}</h3>
            <ul className="relations">
              {each.map((relation) => (
                <RelationEntry key={relation.concept} glossary={glossary} concept={concept} relation={relation} onRemoved={() => heading.current?.focus()} />
              ))}
            </ul>
          </div>
        ))
      )}
      {adding && <AddRelation glossary={glossary} concept={concept} onClose={() => setAdding(false)} />}
    </section>
  );
}
