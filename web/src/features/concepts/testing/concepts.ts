import type { Schemas } from '../../../api/client';

/** A concept for tests, with what matters to one. */
export const concept = (over: Partial<Schemas['Concept']> = {}): Schemas['Concept'] => ({
  id: 'concept',
  glossary: 'made',
  state: 'Candidate',
  score: 0.5,
  definitions: [],
  customFields: {},
  tags: [],
  terms: [term()],
  evidence: [],
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  changeNumber: 1,
  etag: 'one',
  ...over,
});

/** A term for tests. */
export const term = (over: Partial<Schemas['Term']> = {}): Schemas['Term'] => ({
  language: 'en',
  text: 'vessel',
  key: 'vessel',
  partOfSpeech: 'noun',
  type: 'FullForm',
  state: 'Candidate',
  forbidden: false,
  origin: 'Extracted',
  score: 0.5,
  parts: [],
  forms: [],
  frequency: 3,
  contexts: [],
  ...over,
});
