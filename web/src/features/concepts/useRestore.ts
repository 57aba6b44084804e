import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { refreshConcepts } from './refreshConcepts';
import { remember } from './session';

/** Takes a change back, as a change of its own that can be taken back as well. */
export function useRestore(glossary: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: number) =>
      unwrap(api.POST('/api/v1/glossaries/{glossary}/changes/{change}:undo', { params: { path: { glossary, change: String(change) } } })),
    onSuccess: (restored) => remember(glossary, [restored.number]),
    onSettled: () => void refreshConcepts(queries, glossary),
  });
}
