import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useGlossary } from '../../api/queries';
import { useHasRole } from '../../shared/useRole';
import { AddTerm } from './AddTerm';
import { LanguageTerms } from './LanguageTerms';

/** The terms of a concept, language by language; a language that the glossary wants is there without a term, too. */
export function Languages({ glossary, concept }: { glossary: string; concept: Schemas['Concept'] }) {
  const { t } = useTranslation();
  const isEditor = useHasRole('Editor');
  const wanted = useGlossary(glossary).data?.targetLanguages ?? [];
  const languages = [...new Set([...concept.terms.map((term) => term.language), ...wanted])];
  return (
    <section className="card concept-section" aria-labelledby="concept-terms">
      <h2 id="concept-terms">{t('terms.termsLegend')}</h2>
      {languages.map((language) => (
        <LanguageTerms key={language} glossary={glossary} concept={concept} language={language} />
      ))}
      {isEditor && <AddTerm glossary={glossary} concept={concept} />}
    </section>
  );
}
