import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useFormat } from '../../shared/format';
import { useHasRole } from '../../shared/useRole';
import { AddTerm } from './AddTerm';
import { TermEntry } from './TermEntry';

/** The terms of a concept in one language. */
export function LanguageTerms({ glossary, concept, language }: { glossary: string; concept: Schemas['Concept']; language: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isEditor = useHasRole('Editor');
  const heading = useRef<HTMLHeadingElement>(null);
  const terms = concept.terms.filter((term) => term.language === language);
  const name = format.languageName(language);
  return (
    <section className="language" aria-label={name}>
      <h3 ref={heading} tabIndex={-1}>
        {name} <span className="chip">{language}</span>
      </h3>
      {terms.length === 0 && <p className="quiet">{t('concept.noTerm')}</p>}
      <ul className="term-entries">
        {terms.map((term) => (
          // What was removed takes the focus along: it goes to the language.
          <TermEntry key={term.key} glossary={glossary} concept={concept} term={term} onRemoved={() => heading.current?.focus()} />
        ))}
      </ul>
      {isEditor && <AddTerm glossary={glossary} concept={concept} language={language} languageName={name} />}
    </section>
  );
}
