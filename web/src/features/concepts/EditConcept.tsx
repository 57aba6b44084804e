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

/** Changes the words of a concept. Somebody else's change in between is shown instead of overwritten. */
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
  const [lines, setLines] = useState<Line[]>(
    concept.terms.map((term) => ({ language: term.language, text: term.text, key: term.key, ...(term.status && { status: term.status }) })),
  );
  const [definition, setDefinition] = useState(concept.definitions[0]?.text ?? '');
  const [source, setSource] = useState(concept.definitions[0]?.source ?? '');
  const [subjectField, setSubjectField] = useState(concept.subjectField ?? '');
  const [note, setNote] = useState(concept.note ?? '');
  useDialogFocus(focus === 'term' ? first : definitionField);

  const save = useMutation({
    mutationFn: () =>
      unwrap(
        api.PATCH('/api/v1/glossaries/{glossary}/concepts/{concept}', {
          params: { path: { glossary, concept: concept.id }, header: { 'If-Match': `"${concept.etag}"` } },
          body: {
            definitions: definition.trim() ? [{ text: definition, ...(source.trim() && { source }) }, ...concept.definitions.slice(1)] : concept.definitions.slice(1),
            subjectField: subjectField,
            note: note,
            terms: lines.filter((line) => line.text.trim()),
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
  const change = (index: number, next: Partial<Line>) => setLines(lines.map((line, at) => (at === index ? { ...line, ...next } : line)));

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
          {lines.map((line, index) => (
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
            onClick={() => setLines([...lines, { language: concept.terms[0]?.language === 'de' ? 'en' : 'de', text: '' }])}
          >
            {t('terms.addTerm')}
          </button>
        </fieldset>
        <label>
          {t('terms.field.definition')}
          <textarea ref={definitionField} className="field" rows={3} maxLength={4000} value={definition} onChange={(event) => setDefinition(event.target.value)} />
        </label>
        <label>
          {t('terms.field.source')}
          <input className="field" value={source} maxLength={4000} onChange={(event) => setSource(event.target.value)} />
        </label>
        <label>
          {t('terms.field.subjectField')}
          <input className="field" value={subjectField} maxLength={4000} onChange={(event) => setSubjectField(event.target.value)} />
        </label>
        <label>
          {t('terms.field.note')}
          <textarea className="field" rows={2} maxLength={4000} value={note} onChange={(event) => setNote(event.target.value)} />
        </label>
      </form>
    </ActionDialog>
  );
}
