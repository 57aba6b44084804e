import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ApiError, unwrap, type Schemas } from '../../api/client';
import { refreshConcepts } from './refreshConcepts';
import { remember } from './session';

/** Changes a concept as it is shown. Where somebody else was faster nothing is written, and their version is read. */
export function useConceptPatch(glossary: string, concept: Schemas['Concept']) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['ConceptPatch']) =>
      unwrap(
        api.PATCH('/api/v1/glossaries/{glossary}/concepts/{concept}', {
          params: { path: { glossary, concept: concept.id }, header: { 'If-Match': `"${concept.etag}"` } },
          body,
        }),
      ),
    onSuccess: (changed) => {
      if (changed.changeNumber > concept.changeNumber) {
        remember(glossary, [changed.changeNumber]);
      }
      queries.setQueryData(['concept', glossary, concept.id], changed);
      void refreshConcepts(queries, glossary);
    },
    onError: (error) => {
      if (error instanceof ApiError && error.status === 412) {
        void queries.invalidateQueries({ queryKey: ['concept', glossary, concept.id] });
      }
    },
  });
}
