import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap, type Schemas } from '../../api/client';
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
    <Modal
      visible
      onDismiss={onClose}
      header={t('documents.deleteTitle', { file: document.fileName })}
      closeAriaLabel={t('app.close')}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {t('app.cancel')}
            </Button>
            <Button variant="primary" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t('documents.delete')}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {t('documents.deleteText')}
    </Modal>
  );
}
