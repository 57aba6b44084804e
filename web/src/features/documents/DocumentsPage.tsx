import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import { useDocuments, useSite } from '../../api/queries';
import { DropArea } from '../../shared/DropArea';
import { useFormat } from '../../shared/format';
import { EmptyState, ErrorState, Skeleton } from '../../shared/states';
import { useHasRole } from '../../shared/useRole';
import { DocumentCard } from './DocumentCard';
import { GlossaryProfile } from './GlossaryProfile';
import { addUploads, useUploads } from './uploadQueue';
import { UploadList } from './UploadList';

export default function DocumentsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { glossary = '' } = useParams();
  const uploads = useUploads(glossary);
  const site = useSite();
  const isEditor = useHasRole('Editor');
  const isAdmin = useHasRole('Admin');
  const input = useRef<HTMLInputElement>(null);
  // A page that has just put a document into the storage names it here.
  const announced = (useLocation().state as { announced?: string } | null)?.announced;
  const isUploading = uploads.some((upload) => upload.state === 'uploading' || upload.state === 'done');
  const documents = useDocuments(glossary, isUploading, announced);
  const list = documents.data?.value ?? [];
  // An upload is done with once its document is listed; a failed one stays until a person takes it away.
  const pending = uploads.filter((upload) => upload.state !== 'done' || !list.some((document) => document.id === upload.documentId));
  const take = (files: File[]) => addUploads(glossary, files);
  const limits = site.data?.limits;

  return (
    <DropArea label={t('home.drop')} disabled={!isEditor} onFiles={take}>
      <div className="page">
        <h1>{t('documents.title')}</h1>
        {isAdmin && <GlossaryProfile glossary={glossary} />}
        {isEditor && (
          <div className="drop-zone">
            <span>
              {t('documents.drop')}{' '}
              <button type="button" className="link" onClick={() => input.current?.click()}>
                {t('documents.choose')}
              </button>
            </span>
            <input
              ref={input}
              type="file"
              multiple
              hidden
              accept={limits?.extensions.join(',')}
              onChange={(event) => {
                take([...(event.target.files ?? [])]);
                event.target.value = '';
              }}
            />
            {limits && (
              <span className="quiet">
                {t('documents.limit', {
                  types: limits.extensions.map((extension) => extension.slice(1).toUpperCase()).join(', '),
                  size: format.size(limits.maximumBytes),
                })}
              </span>
            )}
          </div>
        )}
        <UploadList uploads={pending} />
        {documents.isPending ? (
          <Skeleton />
        ) : documents.error ? (
          <ErrorState error={documents.error} retry={() => void documents.refetch()} />
        ) : list.length === 0 && pending.length === 0 ? (
          <EmptyState title={t('documents.emptyTitle')} text={t('documents.emptyText')} />
        ) : (
          <ul className="documents">
            {list.map((document) => (
              <DocumentCard key={document.id} document={document} />
            ))}
          </ul>
        )}
      </div>
    </DropArea>
  );
}
