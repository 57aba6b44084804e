import { useTranslation } from 'react-i18next';

/** What somebody else made of a field meanwhile, and the way to have that instead. */
export function TheirChange({ text, onTake }: { text: string; onTake: () => void }) {
  const { t } = useTranslation();
  return (
    <p className="failure" role="alert">
      {text ? t('terms.theirChange', { text }) : t('terms.theirRemoval')}{' '}
      <button type="button" className="link" onClick={onTake}>
        {t('terms.takeTheirs')}
      </button>
    </p>
  );
}
