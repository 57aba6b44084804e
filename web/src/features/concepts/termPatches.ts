import type { Schemas } from '../../api/client';

type Term = Schemas['Term'];
type Line = Schemas['TermPatch'];

export const isSameTerm = (one: Term, other: Term) => one.language === other.language && one.key === other.key;

/** What has to be sent of a term that stays as it is. */
export const lineOf = ({ language, text, key }: Term): Line => ({ language, text, key });

/** Terms with one of them in other words. */
export const withChanged = (terms: Term[], changed: Term, by: Partial<Line>): Line[] =>
  (by.status === 'Preferred' ? demoted(terms, changed) : terms.map(lineOf)).map((line, index) =>
    isSameTerm(terms[index]!, changed) ? { ...line, ...by } : line,
  );

export const without = (terms: Term[], removed: Term): Line[] => terms.filter((term) => !isSameTerm(term, removed)).map(lineOf);

/** Terms with a new one, which is the preferred one of its language where the concept is approved and that has none. */
export function withNew(concept: Schemas['Concept'], language: string, text: string): Line[] {
  const hasPreferred = concept.terms.some((term) => term.language === language && term.status === 'Preferred');
  return [...concept.terms.map(lineOf), { language, text, ...(concept.state === 'Approved' && !hasPreferred && { status: 'Preferred' as const }) }];
}

/** Terms with one preferred: the first of its language, and of an approved concept the only one with that status. */
export function withPreferred(concept: Schemas['Concept'], preferred: Term): Line[] {
  const isApproved = concept.state === 'Approved';
  const lines = isApproved ? demoted(concept.terms, preferred) : concept.terms.map(lineOf);
  const at = concept.terms.findIndex((term) => isSameTerm(term, preferred));
  const first = concept.terms.findIndex((term) => term.language === preferred.language);
  const line: Line = { ...lines[at]!, ...(isApproved && { state: 'Approved' as const, status: 'Preferred' as const, forbidden: false }) };
  const others = lines.filter((_, index) => index !== at);
  return [...others.slice(0, first), line, ...others.slice(first)];
}

// There is one preferred term in a language.
const demoted = (terms: Term[], preferred: Term): Line[] =>
  terms.map((term) =>
    term.language === preferred.language && term.status === 'Preferred' && !isSameTerm(term, preferred)
      ? { ...lineOf(term), status: 'Admitted' }
      : lineOf(term),
  );
