import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHistory } from '../../api/queries';
import { useFormat } from '../../shared/format';
import { useMessages } from '../../shared/messages';
import { useHasRole } from '../../shared/useRole';
import { useRestore } from './useRestore';

/** What is shown where a concept is no more: who deleted it, and the way to bring it back. */
export function ConceptGone({ glossary, concept }: { glossary: string; concept: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { say, fail } = useMessages();
  const isEditor = useHasRole('Editor');
  const newest = useHistory(glossary, concept).data?.pages[0]?.value[0];
  const deletion = newest?.edits[0]?.after?.departure?.kind === 'Deleted' ? newest : undefined;
  const restore = useRestore(glossary);
  const name = deletion?.edits[0]?.before?.terms[0];
  return (
    <div className="empty">
      <h1>{deletion && name ? <span lang={name.language}>{name.text}</span> : t('concept.goneTitle')}</h1>
      <p>{deletion ? t('concept.deletedBy', { by: deletion.by, at: format.date(deletion.at) }) : t('concept.goneText')}</p>
      <p className="row">
        {deletion && isEditor && (
          <button type="button" className="decide" onClick={() => restore.mutate(deletion.number, { onSuccess: () => say(t('terms.undone')), onError: fail })}>
            {t('concept.bringBack')}
          </button>
        )}
        <Link to={`/g/${glossary}/terms`}>{t('concept.toList')}</Link>
      </p>
    </div>
  );
}
