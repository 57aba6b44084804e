import Button from '@cloudscape-design/components/button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { isActive } from '../../api/queries';
import { useFormat } from '../../shared/format';
import { useMessages } from '../../shared/messages';
import { useHasRole } from '../../shared/useRole';
import { DeleteDocument } from './DeleteDocument';
import { DocumentLanguage } from './DocumentLanguage';

type Document = Schemas['Document'];

export function DocumentCard({ document }: { document: Document }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = document.fileName;
  return (
    <li className={`document document-${document.state.toLowerCase()}`} id={document.id}>
      <div className="document-main">
        <h2>
          <bdi>{name}</bdi>
        </h2>
        <StateMark document={document} />
        {document.failure && (
          <p className="failure">
            {document.failure.message} <span className="quiet">{t('documents.code', { code: document.failure.code })}</span>
          </p>
        )}
        <Progress document={document} />
        <p className="figures">
          {document.counts && document.state === 'Ready' && (
            <Link to={`../terms?document=${document.id}`} relative="path" aria-label={t('documents.showTerms', { file: name })}>
              {t('documents.termsCount', { count: document.counts.candidates })}
            </Link>
          )}
          {document.pages !== undefined && (
            <span>
              {t('documents.pages')}: {format.number(document.pages)}
            </span>
          )}
          {document.language && <span>{t(`documents.languages.${document.language}`, { defaultValue: document.language })}</span>}
          <span>{format.size(document.size)}</span>
          <span>{format.date(document.receivedAt)}</span>
        </p>
        <Report document={document} />
      </div>
      <Actions document={document} />
    </li>
  );
}

function StateMark({ document }: { document: Document }) {
  const { t } = useTranslation();
  const text = document.deleting ? t('documents.deleting') : t(`documents.states.${document.state}`);
  return (
    <span className={`state state-${document.deleting ? 'extracting' : document.state.toLowerCase()}`}>
      <span aria-hidden="true" />
      {text}
      {document.partial && document.state === 'Ready' && ` – ${t('documents.partial')}`}
    </span>
  );
}

function Progress({ document }: { document: Document }) {
  const { t } = useTranslation();
  const progress = document.progress;
  if (!progress || document.state !== 'Extracting') {
    return null;
  }
  const text = t(`documents.stages.${progress.stage}`, { page: progress.page ?? 0, pages: progress.pages ?? 0 });
  return (
    <div className="progress">
      <progress max={100} value={progress.percent} aria-label={`${document.fileName}: ${text}`} />
      <span>{text}</span>
    </div>
  );
}

function Report({ document }: { document: Document }) {
  const { t } = useTranslation();
  const format = useFormat();
  const report = document.report;
  if (!report || document.state !== 'Ready') {
    return null;
  }
  const lost = [...report.failedPages, ...report.pagesWithoutText].sort((a, b) => a - b);
  const repairs = Object.entries(report.repairs).filter(([, count]) => count > 0);
  return (
    <>
      {lost.length > 0 && <p className="quiet">{t('documents.partialPages', { pages: lost.join(', ') })}</p>}
      {repairs.length > 0 && (
        <details className="report">
          <summary>{t('documents.repairs')}</summary>
          <ul>
            {repairs.map(([name, count]) => (
              <li key={name}>
                {t(`documents.repair.${name}`, { defaultValue: name })}: {format.number(count)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Actions({ document }: { document: Document }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { say, fail } = useMessages();
  const isEditor = useHasRole('Editor');
  const [deleting, setDeleting] = useState(false);
  const path = { glossary: document.glossary, document: document.id };
  const refresh = () => queries.invalidateQueries({ queryKey: ['documents', document.glossary] });
  const reprocess = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/glossaries/{glossary}/documents/{document}:reprocess', { params: { path } })),
    onSuccess: async () => {
      say(t('documents.reprocessStarted', { file: document.fileName }));
      await refresh();
    },
    onError: fail,
  });
  const cancel = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/glossaries/{glossary}/documents/{document}:cancel', { params: { path } })),
    onSuccess: async () => {
      say(t('documents.cancelled', { file: document.fileName }));
      await refresh();
    },
    onError: fail,
  });
  if (!isEditor || document.deleting) {
    return null;
  }
  return (
    <div className="row">
      {!isActive(document) && <DocumentLanguage document={document} />}
      {isActive(document) ? (
        <Button ariaLabel={`${t('documents.cancel')}: ${document.fileName}`} loading={cancel.isPending} onClick={() => cancel.mutate()}>
          {t('documents.cancel')}
        </Button>
      ) : (
        <Button ariaLabel={`${t('documents.reprocess')}: ${document.fileName}`} loading={reprocess.isPending} onClick={() => reprocess.mutate()}>
          {t('documents.reprocess')}
        </Button>
      )}
      <Button ariaLabel={`${t('documents.delete')}: ${document.fileName}`} onClick={() => setDeleting(true)}>
        {t('documents.delete')}
      </Button>
      {deleting && <DeleteDocument document={document} onClose={() => setDeleting(false)} />}
    </div>
  );
}
