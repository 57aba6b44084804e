import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { ApiError, type Schemas } from '../../api/client';
import { useFormat } from '../../shared/format';
import { useErrorText, useMessages } from '../../shared/messages';
import { useHasRole } from '../../shared/useRole';
import { Differences } from './Differences';
import { useRestore } from './useRestore';

/** One change of a concept: what, who, when, what differs, and the way back. Its address is its number behind the concept's. */
export function ChangeEntry({ glossary, change }: { glossary: string; change: Schemas['Change'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { say } = useMessages();
  const isEditor = useHasRole('Editor');
  const restore = useRestore(glossary);
  const entry = useRef<HTMLLIElement>(null);
  const id = `change-${change.number}`;
  const location = useLocation();
  useEffect(() => {
    if (location.hash === `#${id}`) {
      entry.current?.focus();
    }
  }, [location, id]);
  // A move is taken back by its operation, what a document showed by the document.
  const canRestore = isEditor && change.edits.length > 0 && change.kind !== 'MovedIn' && change.kind !== 'MovedOut';
  return (
    <li ref={entry} id={id} tabIndex={-1} className="change">
      <p className="section-head">
        <span>
          <strong>{t(`terms.change.${change.kind}`)}</strong>{' '}
          <span className="quiet">
            {change.by}, {format.date(change.at)}
          </span>
        </span>
        {canRestore && (
          <button
            type="button"
            className="link"
            aria-label={t('concept.restoreChange', { change: t(`terms.change.${change.kind}`), at: format.date(change.at) })}
            onClick={() => !restore.isPending && restore.mutate(change.number, { onSuccess: () => say(t('terms.undone')) })}
          >
            {t('concept.restore')}
          </button>
        )}
      </p>
      {change.edits.map((edit) => (
        <Differences key={edit.conceptId} edit={edit} />
      ))}
      <RestoreFailure glossary={glossary} error={restore.error} />
    </li>
  );
}

/** Why a change was not taken back; with a way to the newer change that stands against it. */
function RestoreFailure({ glossary, error }: { glossary: string; error: Error | null }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const fields = error instanceof ApiError ? error.fields : {};
  const [concept, newer] = [fields.concept?.[0], fields.change?.[0]];
  return (
    error && (
      <p className="failure" role="alert">
        {errorText(error)} {concept && newer && <Link to={`/g/${glossary}/concepts/${concept}#change-${newer}`}>{t('concept.newerChange')}</Link>}
      </p>
    )
  );
}
