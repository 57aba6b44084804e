import { useTranslation } from 'react-i18next';
import { useHistory } from '../../api/queries';
import { ErrorState, Skeleton } from '../../shared/states';
import { ChangeEntry } from './ChangeEntry';

/** What people did with a concept, newest first. */
export function ChangeList({ glossary, concept }: { glossary: string; concept: string }) {
  const { t } = useTranslation();
  const history = useHistory(glossary, concept);
  const changes = history.data?.pages.flatMap((page) => page.value) ?? [];
  return history.isPending ? (
    <Skeleton rows={3} />
  ) : history.error ? (
    <ErrorState error={history.error} retry={() => void history.refetch()} />
  ) : changes.length === 0 ? (
    <p className="quiet">{t('terms.historyEmpty')}</p>
  ) : (
    <>
      <ol className="changes">
        {changes.map((change) => (
          <ChangeEntry key={change.number} glossary={glossary} change={change} />
        ))}
      </ol>
      {history.hasNextPage && (
        <button type="button" className="link" onClick={() => void history.fetchNextPage()}>
          {t('app.more')}
        </button>
      )}
    </>
  );
}
