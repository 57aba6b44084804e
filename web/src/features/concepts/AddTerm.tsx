import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useMessages } from '../../shared/messages';
import { ConceptFailure } from './ConceptFailure';
import { withNew } from './termPatches';
import { useConceptPatch } from './useConceptPatch';

/** Gives a concept another term in a language, which is asked for where none is given. */
export function AddTerm({ glossary, concept, language, languageName }: { glossary: string; concept: Schemas['Concept']; language?: string; languageName?: string }) {
  const { t } = useTranslation();
  const { say } = useMessages();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState('');
  const patch = useConceptPatch(glossary, concept);
  const hint = useId();
  const tongue = language ?? chosen.trim();
  return (
    <form
      className="add-line"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() && tongue && !patch.isPending) {
          patch.mutate(
            { terms: withNew(concept, tongue, text) },
            {
              onSuccess: () => {
                say(t('terms.made', { term: text.trim() }));
                setText('');
                setChosen('');
              },
            },
          );
        }
      }}
    >
      {language === undefined && (
        <>
          <input
            className="field field-short"
            aria-label={t('concept.otherLanguage')}
            aria-describedby={hint}
            placeholder={t('concept.languageTag')}
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
          />
          <span id={hint} className="unseen">
            {t('concept.languageHint')}
          </span>
        </>
      )}
      <input
        className="field"
        aria-label={language === undefined ? t('concept.termInOtherLanguage') : t('concept.newTerm', { language: languageName })}
        placeholder={language === undefined ? t('concept.termInOtherLanguage') : t('terms.addTerm')}
        lang={tongue || undefined}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="decide">
        {t('terms.add')}
      </button>
      <ConceptFailure glossary={glossary} error={patch.error} />
    </form>
  );
}
