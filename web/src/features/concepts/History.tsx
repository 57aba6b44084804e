import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useHistory } from '../../api/queries';
import { useFormat } from '../../shared/format';

/** What people did with a concept, newest first. Opened on demand. */
export function History({ glossary, concept }: { glossary: string; concept: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const history = useHistory(glossary, concept, open);
  return (
    <details className="history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('terms.history')}</summary>
      {history.data?.value.length === 0 && <p className="quiet">{t('terms.historyEmpty')}</p>}
      <ol>
        {history.data?.value.map((change) => (
          <li key={change.number}>
            <span>
              {t(`terms.change.${change.kind}`)} <What change={change} />
            </span>
            <span className="quiet">
              {change.by}, {format.date(change.at)}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

// The fields that differ, in a person's words.
function What({ change }: { change: Schemas['Change'] }) {
  const { t } = useTranslation();
  const edit = change.edits[0];
  const { before, after } = edit ?? {};
  if (!before || !after) {
    return null;
  }
  const parts = [
    before.state !== after.state && `${t(`terms.states.${before.state}`)} → ${t(`terms.states.${after.state}`)}`,
    after.rejection && before.state !== after.state && after.rejection.reason !== 'None' && t(`terms.reason.${after.rejection.reason}`),
    before.terms[0]?.text !== after.terms[0]?.text && `${before.terms[0]?.text ?? ''} → ${after.terms[0]?.text ?? ''}`,
    before.definitions[0]?.text !== after.definitions[0]?.text && t('terms.field.definition'),
    before.note !== after.note && t('terms.field.note'),
    before.terms.length !== after.terms.length && t('terms.otherTerms'),
  ].filter(Boolean);
  return <>{parts.join(' · ')}</>;
}
