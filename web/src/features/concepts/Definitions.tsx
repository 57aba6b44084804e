import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';

type Definition = Schemas['Definition'];

/** The definitions of a concept as fields, each with its source; there is always one to write into. */
export function Definitions({ ref, definitions, onChange }: { ref: Ref<HTMLTextAreaElement>; definitions: Definition[]; onChange: (definitions: Definition[]) => void }) {
  const { t } = useTranslation();
  const shown: Definition[] = definitions.length > 0 ? definitions : [{ text: '' }];
  const change = (index: number, next: Partial<Definition>) => onChange(shown.map((each, at) => (at === index ? { ...each, ...next } : each)));
  const label = (field: 'definition' | 'source', index: number) =>
    index === 0 ? t(`terms.field.${field}`) : t(`concept.${field}Number`, { number: index + 1 });
  return (
    <>
      {shown.map((definition, index) => (
        // The place in the list is what a definition is known by.
        <div key={index} className="edit-group">
          <label>
            {label('definition', index)}
            <textarea
              ref={index === 0 ? ref : undefined}
              className="field"
              rows={3}
              maxLength={4000}
              value={definition.text}
              onChange={(event) => change(index, { text: event.target.value })}
            />
          </label>
          <label>
            {label('source', index)}
            <input className="field" value={definition.source ?? ''} maxLength={4000} onChange={(event) => change(index, { source: event.target.value })} />
          </label>
        </div>
      ))}
      {shown.every((definition) => definition.text.trim()) && (
        <button type="button" className="link" onClick={() => onChange([...shown, { text: '' }])}>
          {t('concept.addDefinition')}
        </button>
      )}
    </>
  );
}
