import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeList } from './ChangeList';

/** The history of a concept, opened on demand. */
export function History({ glossary, concept }: { glossary: string; concept: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <details className="history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('terms.history')}</summary>
      {open && <ChangeList glossary={glossary} concept={concept} />}
    </details>
  );
}
