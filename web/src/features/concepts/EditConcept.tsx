import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError, unwrap, type Schemas } from '../../api/client';
import { ActionDialog } from '../../shared/ActionDialog';
import { useMessages } from '../../shared/messages';
import { useDialogFocus } from '../../shared/useDialogFocus';
import { ConceptFailure } from './ConceptFailure';
import { remember } from './session';

interface Line {
  language: string;
  text: string;
  key?: string;
  status?: Schemas['Term']['status'];
}

/** What the form changes of a concept. */
interface Draft {
  terms: Line[];
  definition: string;
  source: string;
  subjectField: string;
  note: string;
}

const draftOf = (concept: Schemas['Concept']): Draft => ({
  terms: concept.terms.map((term) => ({ language: term.language, text: term.text, key: term.key, ...(term.status && { status: term.status }) })),
  definition: concept.definitions[0]?.text ?? '',
  source: concept.definitions[0]?.source ?? '',
  subjectField: concept.subjectField ?? '',
  note: concept.note ?? '',
});

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

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
  const queries = useQueryClient();
  const { say } = useMessages();
  const form = useId();
  const first = useRef<HTMLInputElement>(null);
  const definitionField = useRef<HTMLTextAreaElement>(null);
  // What a person has not touched is shown and stays as it is in the store, whoever changes it meanwhile.
  const [opened] = useState(() => draftOf(concept));
  const [touched, setTouched] = useState<Partial<Draft>>({});
  const stored = draftOf(concept);
  const draft: Draft = { ...stored, ...touched };
  const write = (next: Partial<Draft>) => setTouched({ ...touched, ...next });
  const theirs = (field: keyof Draft) =>
    field in touched && !isSame(stored[field], opened[field]) && !isSame(touched[field], stored[field]) && (
      <TheirChange
        text={field === 'terms' ? stored.terms.map((line) => line.text).join(', ') : stored[field]}
        onTake={() => setTouched(Object.fromEntries(Object.entries(touched).filter(([name]) => name !== field)))}
      />
    );
  useDialogFocus(focus === 'term' ? first : definitionField);

  const save = useMutation({
    mutationFn: () =>
      unwrap(
        api.PATCH('/api/v1/glossaries/{glossary}/concepts/{concept}', {
          params: { path: { glossary, concept: concept.id }, header: { 'If-Match': `"${concept.etag}"` } },
          body: {
            ...(('definition' in touched || 'source' in touched) && {
              definitions: draft.definition.trim()
                ? [{ text: draft.definition, ...(draft.source.trim() && { source: draft.source }) }, ...concept.definitions.slice(1)]
                : concept.definitions.slice(1),
            }),
            ...('subjectField' in touched && { subjectField: draft.subjectField }),
            ...('note' in touched && { note: draft.note }),
            ...('terms' in touched && { terms: draft.terms.filter((line) => line.text.trim()) }),
          },
        }),
      ),
    onSuccess: async (changed) => {
      if (changed.changeNumber > concept.changeNumber) {
        remember(glossary, [changed.changeNumber]);
      }
      say(t('terms.saved'));
      onClose();
      await queries.invalidateQueries({ queryKey: ['concept', glossary, concept.id] });
      await queries.invalidateQueries({ queryKey: ['history', glossary, concept.id] });
      await queries.invalidateQueries({ queryKey: ['terms', glossary] });
    },
    onError: async (error) => {
      if (error instanceof ApiError && error.status === 412) {
        await queries.invalidateQueries({ queryKey: ['concept', glossary, concept.id] });
      }
    },
  });
  const change = (index: number, next: Partial<Line>) => write({ terms: draft.terms.map((line, at) => (at === index ? { ...line, ...next } : line)) });

  return (
    <ActionDialog
      size="large"
      title={t('terms.editTitle', { term: concept.terms[0]?.text ?? '' })}
      action={t('terms.save')}
      isPending={save.isPending}
      form={form}
      onClose={onClose}
    >
      <form
        id={form}
        className="edit-form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <ConceptFailure glossary={glossary} error={save.error} />
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
        <label>
          {t('terms.field.definition')}
          <textarea ref={definitionField} className="field" rows={3} maxLength={4000} value={draft.definition} onChange={(event) => write({ definition: event.target.value })} />
        </label>
        {theirs('definition')}
        <label>
          {t('terms.field.source')}
          <input className="field" value={draft.source} maxLength={4000} onChange={(event) => write({ source: event.target.value })} />
        </label>
        {theirs('source')}
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
      </form>
    </ActionDialog>
  );
}

/** What somebody else made of a field meanwhile, and the way to have that instead. */
function TheirChange({ text, onTake }: { text: string; onTake: () => void }) {
  const { t } = useTranslation();
  return (
    <p className="failure" role="alert">
      {text ? t('terms.theirChange', { text }) : t('terms.theirRemoval')}{' '}
      <button type="button" className="link" onClick={onTake}>
        {t('terms.takeTheirs')}
      </button>
    </p>
  );
}
