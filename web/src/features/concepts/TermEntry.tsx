import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useFormat } from '../../shared/format';
import { useMessages } from '../../shared/messages';
import { useHasRole } from '../../shared/useRole';
import { EditTerm } from './EditTerm';
import { ScoreParts } from './ScoreParts';
import { StateMark } from './StateMark';
import { isSameTerm, without, withPreferred } from './termPatches';
import { useConceptPatch } from './useConceptPatch';

/** One term of a concept: what is known of it, and what can be done with it. */
export function TermEntry({ glossary, concept, term, onRemoved }: { glossary: string; concept: Schemas['Concept']; term: Schemas['Term']; onRemoved: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { say, fail } = useMessages();
  const isEditor = useHasRole('Editor');
  const patch = useConceptPatch(glossary, concept);
  const editButton = useRef<HTMLButtonElement>(null);
  const [editing, setEditing] = useState(false);
  const isFirst = isSameTerm(concept.terms.find((each) => each.language === term.language) ?? term, term);
  const isPreferred = concept.state === 'Approved' ? term.status === 'Preferred' && isFirst : isFirst;
  // The button that was pressed goes away with what it did, so the focus has to go somewhere.
  const save = (terms: Schemas['TermPatch'][], done: string, moveFocus: () => void) => {
    if (!patch.isPending) {
      patch.mutate(
        { terms },
        {
          onSuccess: () => {
            say(done);
            moveFocus();
          },
          onError: fail,
        },
      );
    }
  };

  return (
    <li className="term-entry">
      <p className="term-entry-head">
        <strong lang={term.language} dir="auto" className={term.state === 'Rejected' ? 'struck' : undefined}>
          {term.text}
        </strong>
        <StateMark state={term.state} />
        {term.status && <span className="chip">{t(`terms.status.${term.status}`)}</span>}
        {term.forbidden && <span className="chip chip-bad">{t('concept.forbidden')}</span>}
      </p>
      <p className="figures">
        <span>{t(`concept.type.${term.type}`)}</span>
        <span>{t(`concept.partOfSpeech.${term.partOfSpeech}`, { defaultValue: term.partOfSpeech })}</span>
        <span>{t(`concept.origin.${term.origin}`)}</span>
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
        {term.frequency > 0 && <span>{t('terms.occurrences', { count: term.frequency })}</span>}
      </p>
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
      {isEditor && (
        <p className="row entry-actions">
          <button ref={editButton} type="button" className="link" aria-label={t('concept.editTerm', { term: term.text })} onClick={() => setEditing(true)}>
            {t('terms.edit')}
          </button>
          {!isPreferred && (
            <button
              type="button"
              className="link"
              aria-label={t('concept.preferTerm', { term: term.text })}
              onClick={() => save(withPreferred(concept, term), t('concept.preferred', { term: term.text }), () => editButton.current?.focus())}
            >
              {t('concept.prefer')}
            </button>
          )}
          {concept.terms.length > 1 && (
            <button
              type="button"
              className="link"
              aria-label={t('concept.removeTerm', { term: term.text })}
              onClick={() => save(without(concept.terms, term), t('concept.removed', { term: term.text }), onRemoved)}
            >
              {t('concept.remove')}
            </button>
          )}
        </p>
      )}
      {editing && <EditTerm glossary={glossary} concept={concept} term={term} onClose={() => setEditing(false)} />}
    </li>
  );
}
