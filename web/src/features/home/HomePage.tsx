import Button from '@cloudscape-design/components/button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { useGlossaries, useSite } from '../../api/queries';
import { DropArea } from '../../shared/DropArea';
import { useFormat } from '../../shared/format';
import { useMessages } from '../../shared/messages';
import { EmptyState, ErrorState, Skeleton } from '../../shared/states';
import { useHasRole } from '../../shared/useRole';
import { CreateGlossary } from './CreateGlossary';
import { LocalInformation } from './LocalInformation';
import { UnassignedFiles } from './UnassignedFiles';
import { UploadTarget } from './UploadTarget';

export function HomePage() {
  const { t } = useTranslation();
  const glossaries = useGlossaries();
  const isEditor = useHasRole('Editor');
  const isAdmin = useHasRole('Admin');
  const [creating, setCreating] = useState(false);
  const [dropped, setDropped] = useState<File[]>([]);
  const list = glossaries.data?.value ?? [];

  return (
    <DropArea label={t('home.drop')} disabled={!isEditor} onFiles={setDropped}>
      <div className="page">
        <div className="page-head">
          <div>
            <h1>{t('home.title')}</h1>
            <p className="lead">{t('home.lead')}</p>
          </div>
          {isAdmin && list.length > 0 && <Button onClick={() => setCreating(true)}>{t('home.create')}</Button>}
        </div>

        {glossaries.isPending ? (
          <Skeleton />
        ) : glossaries.error ? (
          <ErrorState error={glossaries.error} retry={() => void glossaries.refetch()} />
        ) : list.length === 0 ? (
          <FirstVisit onFiles={setDropped} onCreate={() => setCreating(true)} />
        ) : (
          <>
            <ul className="cards">
              {list.map((glossary) => (
                <GlossaryCard key={glossary.slug} glossary={glossary} />
              ))}
            </ul>
            {isEditor && <SampleButtons />}
          </>
        )}
        <UnassignedFiles />
        <LocalInformation />
      </div>
      {creating && <CreateGlossary onClose={() => setCreating(false)} />}
      {dropped.length > 0 && <UploadTarget files={dropped} glossaries={list} onClose={() => setDropped([])} />}
    </DropArea>
  );
}

function FirstVisit({ onFiles, onCreate }: { onFiles: (files: File[]) => void; onCreate: () => void }) {
  const { t } = useTranslation();
  const isEditor = useHasRole('Editor');
  const isAdmin = useHasRole('Admin');
  const accept = useSite().data?.limits.extensions.join(',');
  const steps = ['step1', 'step2', 'step3'] as const;
  return (
    <>
      <EmptyState title={t('home.emptyTitle')} text={t('home.emptyText')}>
        {isEditor && (
          <div className="row">
            <SampleButtons primary />
            <label className="file-button">
              {t('home.choose')}
              <input type="file" multiple accept={accept} onChange={(event) => onFiles([...(event.target.files ?? [])])} />
            </label>
            {isAdmin && <Button onClick={onCreate}>{t('home.create')}</Button>}
          </div>
        )}
      </EmptyState>
      <h2>{t('home.steps')}</h2>
      <ol className="steps">
        {steps.map((step) => (
          <li key={step}>
            <strong>{t(`home.${step}`)}</strong>
            <span>{t(`home.${step}Text`)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function SampleButtons({ primary = false }: { primary?: boolean }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { say, fail } = useMessages();
  const start = useMutation({
    mutationFn: (language: string) => unwrap(api.POST('/api/v1/sample', { body: { language } })),
    onSuccess: async (sample) => {
      say(t('home.sampleStarted'));
      await queries.invalidateQueries({ queryKey: ['glossaries'] });
      await navigate(`/g/${sample.glossary}/documents`, { state: { announced: sample.documentId } });
    },
    onError: fail,
  });
  const own = i18n.language === 'de' ? 'de' : 'en';
  const other = own === 'de' ? 'en' : 'de';
  return (
    <div className="row">
      <Button variant={primary ? 'primary' : 'normal'} loading={start.isPending} onClick={() => start.mutate(own)}>
        {t(own === 'de' ? 'home.sampleDe' : 'home.sampleEn')}
      </Button>
      <Button disabled={start.isPending} onClick={() => start.mutate(other)}>
        {t(other === 'de' ? 'home.sampleDe' : 'home.sampleEn')}
      </Button>
    </div>
  );
}

function GlossaryCard({ glossary }: { glossary: Schemas['GlossarySummary'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { counts } = glossary;
  const all = counts.candidates + counts.approved + counts.rejected;
  return (
    <li className="card">
      <h2>
        <Link to={`/g/${glossary.slug}/${all > 0 && glossary.documentsActive === 0 ? 'terms' : 'documents'}`}>{glossary.name}</Link>
      </h2>
      <p className="figures">
        <span>{t('home.terms', { count: all })}</span>
        <span>{t('home.documents', { count: glossary.documents })}</span>
      </p>
      {glossary.documentsActive > 0 && <p className="activity">{t('home.active', { count: glossary.documentsActive })}</p>}
      {glossary.documentsFailed > 0 && <p className="failure">{t('home.failed', { count: glossary.documentsFailed })}</p>}
      <p className="quiet">{format.date(glossary.updatedAt)}</p>
    </li>
  );
}
