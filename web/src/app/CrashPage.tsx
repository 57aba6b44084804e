import Button from '@cloudscape-design/components/button';
import { useTranslation } from 'react-i18next';

export function CrashPage() {
  const { t } = useTranslation();
  return (
    <main className="page narrow">
      <h1>{t('errors.title')}</h1>
      <p>{t('errors.crash')}</p>
      <Button variant="primary" onClick={() => window.location.reload()}>
        {t('errors.reload')}
      </Button>
    </main>
  );
}
