import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSite } from '../../api/queries';

/** Where a person on the same machine finds the inbox and the store; nothing in production. */
export function LocalInformation() {
  const { t } = useTranslation();
  const site = useSite();
  const [copied, setCopied] = useState(false);
  const local = site.data?.local;
  if (!local) {
    return null;
  }

  const copy = async () => {
    await navigator.clipboard.writeText(local.connectionString ?? '');
    setCopied(true);
  };
  return (
    <details className="local">
      <summary>{t('home.local')}</summary>
      <dl>
        <dt>{t('home.inbox')}</dt>
        <dd>{t('home.inboxText', { folder: `${local.inboxFolder}/…/` })}</dd>
        <dt>{t('home.data')}</dt>
        <dd>
          <code>{local.dataFolder}</code>
        </dd>
        {local.connectionString && (
          <>
            <dt>{t('home.storage')}</dt>
            <dd>
              {t('home.storageText')} <Button onClick={() => void copy()}>{copied ? t('home.copied') : t('home.copy')}</Button>
            </dd>
          </>
        )}
      </dl>
      <p className="quiet">{t('home.durability', { seconds: local.saveIntervalSeconds })}</p>
    </details>
  );
}
