import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ApiError, unwrap } from '../../api/client';
import { useErrorText, useMessages } from '../../shared/messages';
import { useDialogFocus } from '../../shared/useDialogFocus';
import { remember } from './decisions';
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
  const errorText = useErrorText();
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
  const owner = make.error instanceof ApiError ? make.error.fields.concept?.[0] : undefined;
  return (
    <Modal
      visible
      onDismiss={onClose}
      header={t('terms.newTitle')}
      closeAriaLabel={t('app.close')}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {t('app.cancel')}
            </Button>
            <Button variant="primary" loading={make.isPending} disabled={!text.trim()} formAction="submit" form={form}>
              {t('terms.add')}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form
        id={form}
        className="edit-form"
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        {make.error && (
          <p className="failure" role="alert">
            {errorText(make.error)} {owner && <Link to={`/g/${glossary}/concepts/${owner}`}>{t('terms.openOther')}</Link>}
          </p>
        )}
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
    </Modal>
  );
}
