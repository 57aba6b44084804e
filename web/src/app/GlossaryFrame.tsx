import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useParams } from 'react-router';
import { ApiError } from '../api/client';
import { useGlossary } from '../api/queries';
import { ErrorState } from '../shared/states';
import { NotFoundPage } from './NotFoundPage';

/** What the pages of one glossary share: its name, the way back, and the ways between them. */
export function GlossaryFrame() {
  const { t } = useTranslation();
  const { glossary = '' } = useParams();
  const detail = useGlossary(glossary);
  if (detail.error instanceof ApiError && detail.error.status === 404) {
    return <NotFoundPage />;
  }

  return (
    <>
      <div className="glossary-head">
        <div className="glossary-name">
          <Link to="/">{t('app.allGlossaries')}</Link>
          <span aria-hidden="true">/</span>
          <strong>{detail.data?.name ?? glossary}</strong>
        </div>
        <nav aria-label={t('nav.label')} className="glossary-nav">
          <NavLink to="terms">{t('nav.terms')}</NavLink>
          <NavLink to="documents">{t('nav.documents')}</NavLink>
          <NavLink to="exports">{t('nav.exports')}</NavLink>
        </nav>
      </div>
      {detail.error ? (
        <div className="page">
          <ErrorState error={detail.error} retry={() => void detail.refetch()} />
        </div>
      ) : (
        <Outlet key={glossary} />
      )}
    </>
  );
}
