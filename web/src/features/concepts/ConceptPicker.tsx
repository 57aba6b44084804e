import { useId, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useCompletions } from '../../api/queries';
import { useErrorText } from '../../shared/messages';
import { useDebounced } from '../../shared/useDebounced';

export type Chosen = Schemas['Completion'];

/** Finds another concept by the beginning of one of its terms. */
export function ConceptPicker({
  ref,
  glossary,
  label,
  without,
  chosen,
  onChoose,
}: {
  ref?: Ref<HTMLInputElement>;
  glossary: string;
  label: string;
  /** The concept that can't be chosen. */
  without: string;
  chosen: Chosen | undefined;
  onChoose: (chosen: Chosen | undefined) => void;
}) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const group = useId();
  const [text, setText] = useState('');
  const wanted = useDebounced(text.trim());
  const completions = useCompletions(glossary, wanted);
  const isBuilding = completions.data?.index.state === 'Building';
  const found = wanted === '' ? [] : (completions.data?.value ?? []).filter((each) => each.conceptId !== without);
  return (
    <div className="edit-group">
      <label>
        {label}
        <input
          ref={ref}
          className="field"
          type="search"
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            onChoose(undefined);
          }}
        />
      </label>
      <p className="quiet" role="status">
        {wanted === ''
          ? t('concept.pickHint')
          : completions.error
            ? errorText(completions.error)
            : isBuilding || !completions.data
              ? t('app.loading')
              : t('concept.pickFound', { count: found.length })}
      </p>
      {found.length > 0 && (
        <div role="radiogroup" aria-label={t('concept.pickResults')} className="choices">
          {found.map((each) => (
            <label key={`${each.conceptId}-${each.language}-${each.text}`} className="check">
              <input
                type="radio"
                name={group}
                checked={chosen?.conceptId === each.conceptId && chosen.text === each.text}
                onChange={() => onChoose(each)}
              />
              <span lang={each.language} dir="auto">
                {each.text}
              </span>
              <span className="chip">{each.language}</span>
            </label>
          ))}
        </div>
      )}
    </div>
  );
}
