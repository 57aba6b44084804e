import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { useFormat } from '../../shared/format';
import { Assignee } from './Assignee';
import { StateMark } from './StateMark';

/** The head of a concept's page: its name, what was decided of it, its field, who looks after it, and what can be done. */
export function ConceptHeader({ glossary, concept, children }: { glossary: string; concept: Schemas['Concept']; children: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [term] = concept.terms;
  return (
    <div className="concept-header">
      <h1 lang={term?.language} dir="auto">
        {term?.text}
      </h1>
      <div className="concept-facts">
        <StateMark state={concept.state} />
        <span>
          {t('terms.field.subjectField')}: {concept.subjectField ?? <span className="quiet">{t('concept.none')}</span>}
        </span>
        <Assignee glossary={glossary} concept={concept} />
        <span className="quiet">{t('concept.changedAt', { at: format.date(concept.updatedAt) })}</span>
        <Link to={`/g/${glossary}/terms?concept=${concept.id}`}>{t('terms.inList')}</Link>
      </div>
      {concept.rejection && (
        <p className="notice">
          {t('terms.rejectedBy', {
            reason: t(`terms.reason.${concept.rejection.reason}`),
            by: concept.rejection.by,
            at: format.date(concept.rejection.at),
          })}
          {concept.rejection.note && ` ${concept.rejection.note}`}
        </p>
      )}
      {concept.evidence.length === 0 && <p className="notice">{t('terms.evidenceGone')}</p>}
      {children}
    </div>
  );
}
