import { useTranslation } from 'react-i18next';
import { cancelUpload, removeUpload, retryUpload, type Upload } from './uploadQueue';
import { useErrorText } from '../../shared/messages';

/** Uploads that have not become documents yet. */
export function UploadList({ uploads }: { uploads: Upload[] }) {
  const { t } = useTranslation();
  return uploads.length === 0 ? null : (
    <section aria-label={t('documents.uploads')}>
      <ul className="lines">
        {uploads.map((upload) => (
          <UploadLine key={upload.id} upload={upload} />
        ))}
      </ul>
    </section>
  );
}

function UploadLine({ upload }: { upload: Upload }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const file = upload.file.name;
  const failure = upload.error;
  const sentence =
    failure?.code === 'storage-refused'
      ? t('documents.storageRefused', { status: failure.status })
      : failure?.code === 'storage-unreachable'
        ? t('documents.networkFailed')
        : errorText(failure);
  const isOver = upload.state === 'failed' || upload.state === 'cancelled';
  return (
    <li>
      <span className="grow">
        <bdi>{file}</bdi>
        {upload.state === 'failed' && <span className="failure"> {sentence}</span>}
        {upload.state === 'cancelled' && <span className="quiet"> {t('documents.uploadCancelled')}</span>}
        {upload.state === 'waiting' && <span className="quiet"> {t('documents.waiting')}</span>}
        {upload.state === 'done' && <span className="quiet"> {t('documents.done')}</span>}
      </span>
      {upload.state === 'uploading' && (
        <span className="upload-progress">
          <progress max={100} value={upload.percent} aria-label={t('documents.uploading', { file })} />
          <span className="quiet">{t('documents.progress', { percent: upload.percent })}</span>
        </span>
      )}
      {(upload.state === 'waiting' || upload.state === 'uploading') && (
        <button type="button" className="link" onClick={() => cancelUpload(upload.id)} aria-label={t('documents.cancelUpload', { file })}>
          {t('app.cancel')}
        </button>
      )}
      {isOver && (
        <>
          <button type="button" className="link" onClick={() => retryUpload(upload.id)} aria-label={t('documents.retryUpload', { file })}>
            {t('app.retry')}
          </button>
          <button type="button" className="link" onClick={() => removeUpload(upload.id)} aria-label={t('documents.removeUpload', { file })}>
            {t('app.dismiss')}
          </button>
        </>
      )}
    </li>
  );
}
