import { keepPreviousData, useInfiniteQuery, useQuery, type Query } from '@tanstack/react-query';
import { api, follow, unwrap, type Schemas } from './client';

const active = 2_000;
const idle = 15_000;

export type TermFilter = {
  /** One state; missing for all but the rejected. */
  state?: Schemas['ConceptRow']['state'];
  document?: string;
  language?: string;
  minScore?: number;
  q?: string;
};

export const useMe = () => useQuery({ queryKey: ['me'], queryFn: ({ signal }) => unwrap(api.GET('/api/v1/me', { signal })) });

export const useSite = () =>
  useQuery({ queryKey: ['site'], queryFn: ({ signal }) => unwrap(api.GET('/api/v1/site', { signal })), staleTime: 60_000 });

export const useVersion = () =>
  useQuery({ queryKey: ['version'], queryFn: ({ signal }) => unwrap(api.GET('/api/v1/version', { signal })), staleTime: Infinity });

export const useGlossaries = () =>
  useQuery({
    queryKey: ['glossaries'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/glossaries', { params: { query: { $top: 1000 } }, signal })),
    refetchInterval: (query: Query<Schemas['GlossarySummaryList']>) =>
      query.state.data?.value.some((glossary) => glossary.documentsActive > 0) ? active : idle,
  });

export const useGlossary = (glossary: string) =>
  useQuery({
    queryKey: ['glossary', glossary],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/glossaries/{glossary}', { params: { path: { glossary } }, signal })),
    refetchInterval: (query: Query<Schemas['GlossaryDetail']>) => (query.state.data?.documentsActive ? active : idle),
  });

export const useUnassigned = () =>
  useQuery({
    queryKey: ['unassigned'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/unassigned', { signal })),
    refetchInterval: idle,
  });

export const isActive = (document: Schemas['Document']) =>
  document.state === 'Received' || document.state === 'Extracting' || document.deleting;

/**
 * @param isUploading whether the list shall be looked at often.
 * @param expected a document that is on its way: the list is looked at often until it is there.
 */
export const useDocuments = (glossary: string, isUploading = false, expected?: string) =>
  useQuery({
    queryKey: ['documents', glossary],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/glossaries/{glossary}/documents', { params: { path: { glossary }, query: { $top: 1000 } }, signal })),
    refetchInterval: (query: Query<Schemas['DocumentList']>) => {
      const list = query.state.data?.value ?? [];
      const isMissing = expected !== undefined && !list.some((document) => document.id === expected);
      return isUploading || isMissing || list.some(isActive) ? active : idle;
    },
  });

export const useTerms = (glossary: string, filter: TermFilter) =>
  useInfiniteQuery({
    queryKey: ['terms', glossary, filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      pageParam
        ? follow<Schemas['ConceptRowList']>(pageParam, signal)
        : unwrap(
            api.GET('/api/v1/glossaries/{glossary}/concepts', {
              params: { path: { glossary }, query: { ...filter, state: filter.state ?? 'Candidate,Approved', $top: 200, $count: true } },
              signal,
            }),
          ),
    getNextPageParam: (page) => page.nextLink,
    placeholderData: keepPreviousData,
  });

export const useConcept = (glossary: string, concept: string | undefined) =>
  useQuery({
    queryKey: ['concept', glossary, concept],
    enabled: concept !== undefined,
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/glossaries/{glossary}/concepts/{concept}', { params: { path: { glossary, concept: concept ?? '' } }, signal }),
      ),
  });

export const useOccurrences = (glossary: string, concept: string | undefined) =>
  useInfiniteQuery({
    queryKey: ['occurrences', glossary, concept],
    enabled: concept !== undefined,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      pageParam
        ? follow<Schemas['OccurrenceLineList']>(pageParam, signal)
        : unwrap(
            api.GET('/api/v1/glossaries/{glossary}/concepts/{concept}/occurrences', {
              params: { path: { glossary, concept: concept ?? '' }, query: { $top: 50 } },
              signal,
            }),
          ),
    getNextPageParam: (page) => page.nextLink,
  });

/** Concepts whose terms begin like what is typed. */
export const useCompletions = (glossary: string, text: string) =>
  useQuery({
    queryKey: ['completions', glossary, text],
    enabled: text !== '',
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/glossaries/{glossary}/suggest', { params: { path: { glossary }, query: { q: text } }, signal })),
    placeholderData: keepPreviousData,
    // A glossary that nobody has searched yet needs a moment.
    refetchInterval: (query: Query<Schemas['CompletionList']>) => (query.state.data?.index.state === 'Building' ? 500 : false),
  });

export const useRelations = (glossary: string, concept: string) =>
  useQuery({
    queryKey: ['concept', glossary, concept, 'relations'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/glossaries/{glossary}/concepts/{concept}/relations', { params: { path: { glossary, concept } }, signal })),
  });

export const useComments = (glossary: string, concept: string) =>
  useInfiniteQuery({
    queryKey: ['concept', glossary, concept, 'comments'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      pageParam
        ? follow<Schemas['CommentList']>(pageParam, signal)
        : unwrap(
            api.GET('/api/v1/glossaries/{glossary}/concepts/{concept}/comments', {
              params: { path: { glossary, concept }, query: { $top: 50 } },
              signal,
            }),
          ),
    getNextPageParam: (page) => page.nextLink,
  });

export const useMembers = (glossary: string) =>
  useQuery({
    queryKey: ['members', glossary],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/glossaries/{glossary}/members', { params: { path: { glossary } }, signal })),
    staleTime: 60_000,
  });

export const useHistory = (glossary: string, concept: string) =>
  useInfiniteQuery({
    queryKey: ['history', glossary, concept],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      pageParam
        ? follow<Schemas['ChangeList']>(pageParam, signal)
        : unwrap(
            api.GET('/api/v1/glossaries/{glossary}/concepts/{concept}/history', {
              params: { path: { glossary, concept }, query: { $top: 10 } },
              signal,
            }),
          ),
    getNextPageParam: (page) => page.nextLink,
  });

export const usePageText = (glossary: string, document: string, page: number) =>
  useQuery({
    queryKey: ['page', glossary, document, page],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/glossaries/{glossary}/documents/{document}/text', {
          params: { path: { glossary, document }, query: { page } },
          signal,
        }),
      ),
    staleTime: Infinity,
  });

export const useFileLink = (glossary: string, document: string) =>
  useQuery({
    queryKey: ['file', glossary, document],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/glossaries/{glossary}/documents/{document}/file', { params: { path: { glossary, document } }, signal })),
    // The link lives an hour; a fresh one is asked for well before.
    staleTime: 45 * 60_000,
  });

const isRunning = (operation: Schemas['Operation']) => operation.state === 'Queued' || operation.state === 'Running';

export const useExports = (glossary: string) =>
  useQuery({
    queryKey: ['exports', glossary],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/glossaries/{glossary}/exports', { params: { path: { glossary }, query: { $top: 20 } }, signal })),
    refetchInterval: (query: Query<Schemas['OperationList']>) => (query.state.data?.value.some(isRunning) ? 1_000 : idle),
  });
