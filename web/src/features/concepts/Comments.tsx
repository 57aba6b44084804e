import { useTranslation } from 'react-i18next';
import { useComments } from '../../api/queries';
import { useFormat } from '../../shared/format';
import { ErrorState, Skeleton } from '../../shared/states';
import { useHasRole } from '../../shared/useRole';
import { AddComment } from './AddComment';

/** What people said about a concept, oldest first. */
export function Comments({ glossary, concept }: { glossary: string; concept: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isEditor = useHasRole('Editor');
  const comments = useComments(glossary, concept);
  const said = comments.data?.pages.flatMap((page) => page.value) ?? [];
  return (
    <section className="card concept-section" aria-labelledby="concept-comments">
      <h2 id="concept-comments">{t('concept.comments')}</h2>
      {comments.isPending ? (
        <Skeleton rows={2} />
      ) : comments.error ? (
        <ErrorState error={comments.error} retry={() => void comments.refetch()} />
      ) : (
        said.length === 0 && <p className="quiet">{t('concept.noComment')}</p>
      )}
      {said.length > 0 && (
        <ol className="comments">
          {said.map((comment) => (
            <li key={comment.id}>
              <p>
                <strong>{comment.name}</strong> <span className="quiet">{format.date(comment.at)}</span>
              </p>
              <p className="written" dir="auto">
                {comment.text}
              </p>
            </li>
          ))}
        </ol>
      )}
      {comments.hasNextPage && (
        <button type="button" className="link" disabled={comments.isFetchingNextPage} onClick={() => void comments.fetchNextPage()}>
          {t('app.more')}
        </button>
      )}
      {isEditor && <AddComment glossary={glossary} concept={concept} />}
    </section>
  );
}
