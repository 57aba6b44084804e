import Button from '@cloudscape-design/components/button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap, type Schemas } from '../../api/client';
import { useUnassigned } from '../../api/queries';
import { useFormat } from '../../shared/format';
import { useMessages } from '../../shared/messages';
import { useHasRole } from '../../shared/useRole';

/** Files in the storage that belong to no glossary; nothing where there are none. */
export function UnassignedFiles() {
  const { t } = useTranslation();
  const unassigned = useUnassigned();
  const files = unassigned.data?.value ?? [];
  return files.length === 0 ? null : (
    <section aria-labelledby="unassigned">
      <h2 id="unassigned">{t('home.unassigned')}</h2>
      <p>{t('home.unassignedText')}</p>
      <ul className="lines">
        {files.map((file) => (
          <UnassignedFile key={file.blobName} file={file} />
        ))}
      </ul>
    </section>
  );
}

function UnassignedFile({ file }: { file: Schemas['UnassignedBlob'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const { say, fail } = useMessages();
  const isAdmin = useHasRole('Admin');
  const [glossary, setGlossary] = useState(file.suggestedGlossary ?? '');
  const assign = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/unassigned:assign', { body: { blobName: file.blobName, glossary } })),
    onSuccess: async (assigned) => {
      say(t('home.assigned', { file: file.blobName, glossary: assigned.glossary }));
      await queries.invalidateQueries();
    },
    onError: fail,
  });
  return (
    <li>
      <span className="grow">
        <bdi>{file.blobName}</bdi> <span className="quiet">{format.size(file.size)}, {t(`home.reason.${file.reason}`)}</span>
      </span>
      {isAdmin && (
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            assign.mutate();
          }}
        >
          <input className="field" aria-label={t('home.assignTo', { file: file.blobName })} value={glossary} onChange={(event) => setGlossary(event.target.value)} />
          <Button formAction="submit" loading={assign.isPending} disabled={glossary.trim() === ''}>
            {t('home.assign')}
          </Button>
        </form>
      )}
    </li>
  );
}
