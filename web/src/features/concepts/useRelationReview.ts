import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from '../../api/client';
import { refreshConcepts } from './refreshConcepts';
import { remember } from './session';

/** Says what a person thinks of a relation, or removes it from both concepts where nothing is said. */
export function useRelationReview(glossary: string, concept: Schemas['Concept'], relation: Schemas['Relation']) {
  const queries = useQueryClient();
  const params = {
    path: { glossary, concept: concept.id, kind: relation.kind, other: relation.concept },
    header: { 'If-Match': `"${concept.etag}"` },
  };
  return useMutation({
    mutationFn: (state: Schemas['Relation']['state'] | undefined) =>
      unwrap<Schemas['RelationChanged']>(
        state
          ? api.PATCH('/api/v1/glossaries/{glossary}/concepts/{concept}/relations/{kind}/{other}', { params, body: { state } })
          : api.DELETE('/api/v1/glossaries/{glossary}/concepts/{concept}/relations/{kind}/{other}', { params }),
      ),
    onSuccess: (answer) => remember(glossary, [answer.change]),
    // Refused or not, what is shown has to be read again.
    onSettled: () => void refreshConcepts(queries, glossary),
  });
}
