import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useFileLink } from '../../api/queries';
import { Skeleton } from '../../shared/states';
import { TextPage } from './TextPage';

const PdfPage = lazy(() => import('./PdfPage'));

/** A place to show: where it is, and where it stands on its page. */
export type Place = Schemas['OccurrenceLine'] & { fileName: string };

/** The page of the chosen place beside the list, with the place lit. */
export function PagePane({ glossary, place }: { glossary: string; place: Place | undefined }) {
  const { t } = useTranslation();
  return (
    <section className="pane pane-page" aria-label={t('terms.tabs.page')}>
      {place ? <ShownPage glossary={glossary} place={place} /> : <p className="quiet">{t('terms.select')}</p>}
    </section>
  );
}

function ShownPage({ glossary, place }: { glossary: string; place: Place }) {
  const { t } = useTranslation();
  const [asText, setAsText] = useState(false);
  const [failed, setFailed] = useState<string>();
  const file = useFileLink(glossary, place.documentId);
  const canDraw = file.data?.mediaType === 'application/pdf' && failed !== file.data.url && !file.error;
  return (
    <>
      <div className="page-pane-head">
        <h3>
          <bdi>{place.place ? `${place.fileName}: ${place.place}` : t('terms.pageTitle', { page: place.page, file: place.fileName })}</bdi>
        </h3>
        {canDraw && (
          <div className="segmented" role="group" aria-label={t('terms.tabs.page')}>
            <button type="button" aria-pressed={!asText} onClick={() => setAsText(false)}>
              {t('terms.asPage')}
            </button>
            <button type="button" aria-pressed={asText} onClick={() => setAsText(true)}>
              {t('terms.asText')}
            </button>
          </div>
        )}
      </div>
      {!canDraw && (file.error !== null || failed !== undefined) && <p className="quiet">{t('terms.pageUnavailable')}</p>}
      {canDraw && !asText && file.data ? (
        <Suspense fallback={<Skeleton rows={10} />}>
          <PdfPage url={file.data.url} place={place} onFail={() => setFailed(file.data.url)} />
        </Suspense>
      ) : file.isPending ? (
        <Skeleton rows={10} />
      ) : (
        <TextPage glossary={glossary} place={place} />
      )}
    </>
  );
}
