import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap, type Schemas } from '../../api/client';
import { ActionDialog } from '../../shared/ActionDialog';
import { useMessages } from '../../shared/messages';

/** Asks before a deletion, which can't be undone, and says what goes with it. */
export function DeleteDocument({ document, onClose }: { document: Schemas['Document']; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { say, fail } = useMessages();
  const remove = useMutation({
    mutationFn: () =>
      unwrap(
        api.DELETE('/api/v1/glossaries/{glossary}/documents/{document}', {
          params: { path: { glossary: document.glossary, document: document.id }, header: { 'If-Match': `"${document.etag}"` } },
        }),
      ),
    onSuccess: async () => {
      say(t('documents.deleteStarted', { file: document.fileName }));
      onClose();
      await queries.invalidateQueries({ queryKey: ['documents', document.glossary] });
    },
    onError: async (error) => {
      fail(error);
      onClose();
      await queries.invalidateQueries({ queryKey: ['documents', document.glossary] });
    },
  });
  return (
    <ActionDialog
      title={t('documents.deleteTitle', { file: document.fileName })}
      action={t('documents.delete')}
      isPending={remove.isPending}
      onAction={() => remove.mutate()}
      onClose={onClose}
    >
      {t('documents.deleteText')}
    </ActionDialog>
  );
}
