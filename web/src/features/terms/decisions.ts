import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap, type Schemas } from '../../api/client';
import { useMessages } from '../../shared/messages';
import { remember, rememberDecision, takeLast } from '../concepts/session';

export type State = Schemas['ConceptRow']['state'];
export type Reason = NonNullable<Schemas['DecisionWish']['reason']>;
type Row = Pick<Schemas['ConceptRow'], 'id' | 'text' | 'state'>;

/** Reasons of a rejection in the order of their numbers, from 1. */
export const reasons: Reason[] = ['GeneralWord', 'Fragment', 'ProperName', 'OutOfScope', 'Damaged', 'Other'];

// Decisions are sent one after the other in the order they were made.
let line: Promise<unknown> = Promise.resolve();
const inLine = <T>(task: () => Promise<T>): Promise<T> => {
  const next = line.then(task, task);
  line = next.catch(() => undefined);
  return next;
};

/** Decides at once on the screen and behind it in the store; what fails is put back and said. */
export function useDecisions(glossary: string) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { say, fail } = useMessages();

  const show = useCallback(
    (id: string, state: State) =>
      queries.setQueriesData<InfiniteData<Schemas['ConceptRowList']>>({ queryKey: ['terms', glossary] }, (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({ ...page, value: page.value.map((row) => (row.id === id ? { ...row, state } : row)) })),
        },
      ),
    [queries, glossary],
  );
  const refresh = useCallback(
    (id?: string) =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['glossary', glossary] }),
        queries.invalidateQueries({ queryKey: id ? ['concept', glossary, id] : ['concept', glossary] }),
        queries.invalidateQueries({ queryKey: id ? ['history', glossary, id] : ['history', glossary] }),
      ]),
    [queries, glossary],
  );

  const decide = useCallback(
    async (row: Row, state: State, reason?: Reason) => {
      if (row.state === state) {
        return;
      }
      show(row.id, state);
      try {
        const result = await inLine(async () => {
          const answer = await unwrap(
            api.POST('/api/v1/glossaries/{glossary}/concepts:decide', {
              params: { path: { glossary } },
              body: { ids: [row.id], state, from: row.state, ...(reason && { reason }) },
            }),
          );
          remember(glossary, answer.changes);
          return answer;
        });
        if (state !== 'Candidate') {
          rememberDecision(glossary, state);
        }
        if (result.passed.length > 0) {
          say(t('terms.decidedMeanwhile', { term: row.text }));
          await queries.invalidateQueries({ queryKey: ['terms', glossary] });
        }
      } catch (error) {
        show(row.id, row.state);
        fail(error);
      }
      await refresh(row.id);
    },
    [glossary, show, refresh, queries, say, fail, t],
  );

  // In line as well: a decision that is still on its way is the one to take back.
  const takeBack = useCallback(async () => {
    const last = takeLast(glossary);
    if (!last) {
      return false;
    }
    for (const number of [...last].reverse()) {
      await unwrap(api.POST('/api/v1/glossaries/{glossary}/changes/{change}:undo', { params: { path: { glossary, change: String(number) } } }));
    }
    return true;
  }, [glossary]);
  const undo = useCallback(async () => {
    try {
      say(t((await inLine(takeBack)) ? 'terms.undone' : 'terms.nothingToUndo'));
    } catch (error) {
      fail(error);
    }
    await queries.invalidateQueries({ queryKey: ['terms', glossary] });
    await refresh();
  }, [glossary, queries, refresh, takeBack, say, fail, t]);

  return { decide, undo };
}
