import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { ApiError } from '../api/client';
import { useErrorText } from './messages';

/** What is shown where a list is empty: what it means and what to do. */
export function EmptyState({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}

/** What is shown where something could not be loaded, with the next step. */
export function ErrorState({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation();
  const text = useErrorText()(error);
  const signedOut = error instanceof ApiError && error.status === 401;
  return (
    <Alert
      type="error"
      header={t('errors.title')}
      action={
        signedOut ? <Button href="/.auth/login/aad">{t('errors.signIn')}</Button> : <Button onClick={retry}>{t('app.retry')}</Button>
      }
    >
      {text}
    </Alert>
  );
}

/** Grey bars in the place of what is being loaded. */
export function Skeleton({ rows = 4 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div className="skeleton" role="status" aria-label={t('app.loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} />
      ))}
    </div>
  );
}
