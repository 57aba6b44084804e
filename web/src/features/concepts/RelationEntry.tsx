import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { useFormat } from '../../shared/format';
import { useMessages } from '../../shared/messages';
import { useHasRole } from '../../shared/useRole';
import { useRelationReview } from './useRelationReview';

type Review = Schemas['Relation']['state'];

/** One relation: the other concept, how sure it is, and what a person thinks of it. */
export function RelationEntry({
  glossary,
  concept,
  relation,
  onRemoved,
}: {
  glossary: string;
  concept: Schemas['Concept'];
  relation: Schemas['Relation'];
  onRemoved: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { say, fail } = useMessages();
  const isEditor = useHasRole('Editor');
  const review = useRelationReview(glossary, concept, relation);
  const decide = (state: Review | undefined) => {
    if (review.isPending || state === relation.state) {
      return;
    }
    review.mutate(state, {
      onSuccess: () => {
        say(t(state ? 'terms.saved' : 'concept.removed', { term: relation.text }));
        if (!state) {
          onRemoved();
        }
      },
      onError: fail,
    });
  };
  return (
    <li>
      <p className="term-entry-head">
        <Link to={`/g/${glossary}/concepts/${relation.concept}`} lang={relation.language} className={relation.state === 'Rejected' ? 'struck' : undefined}>
          <bdi>{relation.text}</bdi>
        </Link>
        <span className={`state-mark state-mark-${signs[relation.state]}`}>{t(`concept.review.${relation.state}`)}</span>
        {relation.confidence < 1 && <span className="quiet">{t('concept.confidence', { percent: format.number(Math.round(relation.confidence * 100)) })}</span>}
        {isEditor && (
          <span className="row entry-actions">
            {(['Accepted', 'Rejected'] as const).map((state) => (
              <button
                key={state}
                type="button"
                className="link"
                aria-pressed={state === relation.state}
                aria-label={t(`concept.reviewOf.${state}`, { term: relation.text })}
                onClick={() => decide(state)}
              >
                {t(`concept.reviewAs.${state}`)}
              </button>
            ))}
            <button type="button" className="link" aria-label={t('concept.removeRelation', { term: relation.text })} onClick={() => decide(undefined)}>
              {t('concept.remove')}
            </button>
          </span>
        )}
      </p>
      {relation.evidence.map((each) => (
        <p key={`${each.documentId}-${each.page}-${each.sentence}`} className="quiet">
          {each.sentence} <span className="chip">{t('terms.page', { page: each.page })}</span>
        </p>
      ))}
    </li>
  );
}

const signs: Record<Review, string> = { Proposed: 'candidate', Accepted: 'approved', Rejected: 'rejected' };
