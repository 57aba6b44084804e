import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useFormat } from '../../shared/format';
import { ScoreParts } from './ScoreParts';
import { StateMark } from './StateMark';

/** The chosen concept: its terms, what was decided of it, and why it scores as it does. */
export function ConceptHead({ concept }: { concept: Schemas['Concept'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [term, ...others] = concept.terms;
  if (!term) {
    return null;
  }
  return (
    <>
      <h2 className="concept-title" lang={term.language} dir="auto">
        {term.text}
      </h2>
      <p className="figures">
        <StateMark state={concept.state} />
        <span>{t(`terms.types.${term.type}`)}</span>
        {term.fullForm && (
          <span>
            {t('terms.shortFor')} <span lang={term.language}>{term.fullForm}</span>
          </span>
        )}
        {term.abbreviation && (
          <span>
            {t('terms.fullForm')} <span lang={term.language}>{term.abbreviation}</span>
          </span>
        )}
        <span>
          {t('terms.occurrences', { count: term.frequency })} {t('terms.inDocuments', { count: concept.evidence.length })}
        </span>
      </p>
      {concept.evidence.length === 0 && <p className="notice">{t('terms.evidenceGone')}</p>}
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
      {concept.definitions.map((definition) => (
        <p key={definition.text} className="definition">
          {definition.text} {definition.source && <span className="quiet">({definition.source})</span>}
        </p>
      ))}
      {others.length > 0 && (
        <ul className="terms-of-concept" aria-label={t('terms.otherTerms')}>
          {others.map((other) => (
            <li key={`${other.language}-${other.key}`}>
              <span className="chip">{other.language}</span> <span lang={other.language}>{other.text}</span>{' '}
              {other.status && <span className="quiet">{t(`terms.status.${other.status}`)}</span>}
            </li>
          ))}
        </ul>
      )}
      {concept.note && <p className="quiet">{concept.note}</p>}
      {term.forms.length > 1 && (
        <p className="forms">
          <span className="quiet">{t('terms.forms')}: </span>
          {term.forms.map((form) => (
            <span key={form.text} className="chip" lang={term.language}>
              {form.text} <span className="quiet">{format.number(form.count)}</span>
            </span>
          ))}
        </p>
      )}
      {term.parts.length > 0 && <ScoreParts score={term.score} parts={term.parts} />}
    </>
  );
}
