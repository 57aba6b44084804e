import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <div className="page narrow">
      <h1>{t('errors.notFound')}</h1>
      <p>{t('errors.notFoundHint')}</p>
      <p>
        <Link to="/">{t('errors.toHome')}</Link>
      </p>
    </div>
  );
}
