import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';

/** What was decided, in colour and with a sign. */
export function StateMark({ state }: { state: Schemas['Concept']['state'] }) {
  const { t } = useTranslation();
  return <span className={`state-mark state-mark-${state.toLowerCase()}`}>{t(`terms.states.${state}`)}</span>;
}
