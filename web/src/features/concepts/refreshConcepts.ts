import type { QueryClient } from '@tanstack/react-query';

/** Has everything read again that may show a change of a glossary's concepts. */
export const refreshConcepts = (queries: QueryClient, glossary: string) =>
  Promise.all(['concept', 'history', 'occurrences', 'terms', 'glossary'].map((key) => queries.invalidateQueries({ queryKey: [key, glossary] })));
