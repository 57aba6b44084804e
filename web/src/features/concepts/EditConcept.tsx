import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useGlossary } from '../../api/queries';
import { ActionDialog } from '../../shared/ActionDialog';
import { useMessages } from '../../shared/messages';
import { useDialogFocus } from '../../shared/useDialogFocus';
import { ConceptFailure } from './ConceptFailure';
import { CustomFields } from './CustomFields';
import { Definitions } from './Definitions';
import { TheirChange } from './TheirChange';
import { useConceptPatch } from './useConceptPatch';
import { useDraft } from './useDraft';

interface Line {
  language: string;
  text: string;
  key?: string;
  status?: Schemas['Term']['status'];
}

/** What the form changes of a concept. */
interface Draft {
  terms: Line[];
  definitions: Schemas['Definition'][];
  subjectField: string;
  note: string;
}

const draftOf = (concept: Schemas['Concept']): Draft => ({
  terms: concept.terms.map((term) => ({ language: term.language, text: term.text, key: term.key, ...(term.status && { status: term.status }) })),
  definitions: concept.definitions,
  subjectField: concept.subjectField ?? '',
  note: concept.note ?? '',
});

// Without a value a field is taken out, which is said by null; the description of the API leaves that out.
const emptied = (fields: Partial<Record<string, string>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value?.trim() ? value : null])) as Record<string, string>;

/**
 * Changes the words of a concept. Only what a person touched is written; where somebody else changed the same field
 * in between, that is shown beside it, and the person chooses.
 */
export function EditConcept({
  glossary,
  concept,
  focus,
  onClose,
}: {
  glossary: string;
  concept: Schemas['Concept'];
  focus: 'term' | 'definition';
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { say } = useMessages();
  const form = useId();
  const first = useRef<HTMLInputElement>(null);
  const definitionField = useRef<HTMLTextAreaElement>(null);
  const stored = draftOf(concept);
  const { draft, touched, write, drop, isContested } = useDraft(stored);
  const fields = useDraft(concept.customFields);
  const declared = useGlossary(glossary).data?.customFields ?? [];
  const theirs = (field: keyof Draft) =>
    isContested(field) && (
      <TheirChange
        text={typeof stored[field] === 'string' ? stored[field] : stored[field].map((each) => each.text).join(', ')}
        onTake={() => drop(field)}
      />
    );
  useDialogFocus(focus === 'term' ? first : definitionField);

  const patch = useConceptPatch(glossary, concept);
  const save = () =>
    patch.mutate(
      {
        ...(touched.definitions && { definitions: touched.definitions.filter((each) => each.text.trim()) }),
        ...(touched.subjectField !== undefined && { subjectField: touched.subjectField }),
        ...(touched.note !== undefined && { note: touched.note }),
        ...(touched.terms && { terms: touched.terms.filter((line) => line.text.trim()) }),
        ...(Object.keys(fields.touched).length > 0 && { customFields: emptied(fields.touched) }),
      },
      {
        onSuccess: () => {
          say(t('terms.saved'));
          onClose();
        },
      },
    );
  const change = (index: number, next: Partial<Line>) => write({ terms: draft.terms.map((line, at) => (at === index ? { ...line, ...next } : line)) });

  return (
    <ActionDialog
      size="large"
      title={t('terms.editTitle', { term: concept.terms[0]?.text ?? '' })}
      action={t('terms.save')}
      isPending={patch.isPending}
      form={form}
      onClose={onClose}
    >
      <form
        id={form}
        className="edit-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <ConceptFailure glossary={glossary} error={patch.error} />
        <fieldset>
          <legend>{t('terms.termsLegend')}</legend>
          {draft.terms.map((line, index) => (
            <div key={line.key ?? `new-${index}`} className="term-line">
              <input
                ref={index === 0 ? first : undefined}
                className="field"
                aria-label={t('terms.termText', { number: index + 1 })}
                value={line.text}
                lang={line.language}
                maxLength={500}
                onChange={(event) => change(index, { text: event.target.value })}
              />
              <input
                className="field field-short"
                aria-label={t('terms.termLanguage', { number: index + 1 })}
                value={line.language}
                readOnly={line.key !== undefined}
                onChange={(event) => change(index, { language: event.target.value.trim() })}
              />
              {line.status && (
                <select
                  className="field"
                  aria-label={t('terms.termStatus', { number: index + 1 })}
                  value={line.status}
                  onChange={(event) => change(index, { status: event.target.value as NonNullable<Line['status']> })}
                >
                  {(['Preferred', 'Admitted', 'Deprecated', 'Superseded'] as const).map((status) => (
                    <option key={status} value={status}>
                      {t(`terms.status.${status}`)}
                    </option>
                  ))}
                </select>
              )}
            </div>
          ))}
          <button
            type="button"
            className="link"
            onClick={() => write({ terms: [...draft.terms, { language: concept.terms[0]?.language === 'de' ? 'en' : 'de', text: '' }] })}
          >
            {t('terms.addTerm')}
          </button>
          {theirs('terms')}
        </fieldset>
        <Definitions ref={definitionField} definitions={draft.definitions} onChange={(definitions) => write({ definitions })} />
        {theirs('definitions')}
        <label>
          {t('terms.field.subjectField')}
          <input className="field" value={draft.subjectField} maxLength={4000} onChange={(event) => write({ subjectField: event.target.value })} />
        </label>
        {theirs('subjectField')}
        <label>
          {t('terms.field.note')}
          <textarea className="field" rows={2} maxLength={4000} value={draft.note} onChange={(event) => write({ note: event.target.value })} />
        </label>
        {theirs('note')}
        <CustomFields declared={declared} fields={fields} />
      </form>
    </ActionDialog>
  );
}
