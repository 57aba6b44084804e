import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useKey } from '../../shared/keys';
import { reasons, type Reason } from './decisions';

/** Asks why a term is rejected: by number, by pointer, or not at all. */
export function RejectReasons({ onChoose, onCancel }: { onChoose: (reason?: Reason) => void; onCancel: () => void }) {
  const { t } = useTranslation();
  const group = useRef<HTMLDivElement>(null);
  useKey(
    reasons.map((_, index) => String(index + 1)),
    (event) => onChoose(reasons[Number(event.key) - 1]),
  );
  useKey('Escape', onCancel);
  useEffect(() => {
    group.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={group} className="reasons" role="group" aria-label={t('terms.why')}>
      <span className="quiet">{t('terms.why')}</span>
      {reasons.map((reason, index) => (
        <button key={reason} type="button" className="chip chip-button" onClick={() => onChoose(reason)}>
          <kbd>{index + 1}</kbd> {t(`terms.reason.${reason}`)}
        </button>
      ))}
      <button type="button" className="chip chip-button" onClick={() => onChoose()}>
        <kbd>R</kbd> {t('terms.reason.None')}
      </button>
    </div>
  );
}
