import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { ActionDialog } from '../../shared/ActionDialog';
import { useMessages } from '../../shared/messages';
import { useDialogFocus } from '../../shared/useDialogFocus';
import { ConceptFailure } from '../concepts/ConceptFailure';
import { remember } from '../concepts/session';
import type { Selected } from './selection';

/** Makes a term that the extraction missed, with the selected text as its evidence. */
export function NewTerm({
  glossary,
  selected,
  language,
  approve,
  onClose,
  onMade,
}: {
  glossary: string;
  selected: Selected;
  language: string;
  approve: boolean;
  onClose: () => void;
  onMade: (id: string) => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { say } = useMessages();
  const form = useId();
  const termField = useRef<HTMLInputElement>(null);
  useDialogFocus(termField);
  const [text, setText] = useState(selected.text);
  const [tongue, setTongue] = useState(language);
  const [approved, setApproved] = useState(approve);
  const make = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/glossaries/{glossary}/concepts', {
          params: { path: { glossary } },
          body: { text, language: tongue, approve: approved, ...(selected.place && { place: selected.place }) },
        }),
      ),
    onSuccess: async (made) => {
      remember(glossary, [made.change]);
      say(t('terms.made', { term: text }));
      onClose();
      onMade(made.id);
      await queries.invalidateQueries({ queryKey: ['terms', glossary] });
      await queries.invalidateQueries({ queryKey: ['glossary', glossary] });
    },
  });
  return (
    <ActionDialog title={t('terms.newTitle')} action={t('terms.add')} isPending={make.isPending} isDisabled={!text.trim()} form={form} onClose={onClose}>
      <form
        id={form}
        className="edit-form"
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <ConceptFailure glossary={glossary} error={make.error} />
        {!selected.place && <p className="quiet">{t('terms.newHint')}</p>}
        <label>
          {t('terms.term')}
          <input ref={termField} className="field" value={text} maxLength={500} onChange={(event) => setText(event.target.value)} />
        </label>
        <label>
          {t('documents.language')}
          <input className="field field-short" value={tongue} onChange={(event) => setTongue(event.target.value.trim())} />
        </label>
        <label className="check">
          <input type="checkbox" checked={approved} onChange={(event) => setApproved(event.target.checked)} />
          {t('terms.approveAtOnce')}
        </label>
      </form>
    </ActionDialog>
  );
}
