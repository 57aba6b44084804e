import { useTranslation } from 'react-i18next';
import { useGlossary } from '../../api/queries';
import { useSession } from '../concepts/session';

/** How far the work is, and what the last decisions yielded, so that a person knows when to stop. */
export function Meter({ glossary }: { glossary: string }) {
  const { t } = useTranslation();
  const detail = useGlossary(glossary);
  const { recent } = useSession(glossary);
  if (!detail.data) {
    return null;
  }
  const { candidates, approved, rejected } = detail.data.counts;
  const all = candidates + approved + rejected;
  return (
    <p className="meter quiet">
      <progress max={all || 1} value={approved + rejected} aria-label={t('terms.progress')} />
      <span>{t('terms.decidedOf', { decided: approved + rejected, all })}</span>
      {recent.length > 4 && <span>{t('terms.yield', { count: recent.filter((state) => state === 'Approved').length, of: recent.length })}</span>}
    </p>
  );
}
