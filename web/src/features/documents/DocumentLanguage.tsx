import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap, type Schemas } from '../../api/client';
import { useMessages } from '../../shared/messages';

const languages = ['en', 'de'] as const;

/** Sets the language that a document is read in, where the detected one is wrong; the document is read again. */
export function DocumentLanguage({ document }: { document: Schemas['Document'] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { say, fail } = useMessages();
  const change = useMutation({
    mutationFn: (language: string) =>
      unwrap(
        api.PATCH('/api/v1/glossaries/{glossary}/documents/{document}', {
          params: { path: { glossary: document.glossary, document: document.id }, header: { 'If-Match': `"${document.etag}"` } },
          body: { languageOverride: language },
        }),
      ),
    onSuccess: () => say(t('documents.languageSet', { file: document.fileName })),
    onError: fail,
    onSettled: () => queries.invalidateQueries({ queryKey: ['documents', document.glossary] }),
  });
  return (
    <select
      className="field"
      aria-label={t('documents.languageOf', { file: document.fileName })}
      value={document.languageOverride ?? 'auto'}
      disabled={change.isPending}
      onChange={(event) => change.mutate(event.target.value)}
    >
      <option value="auto">{t('documents.languageAuto')}</option>
      {languages.map((language) => (
        <option key={language} value={language}>
          {t(`documents.languages.${language}`)}
        </option>
      ))}
    </select>
  );
}
