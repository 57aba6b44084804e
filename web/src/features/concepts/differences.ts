import type { Schemas } from '../../api/client';

type Content = Schemas['ConceptContent'];
type Term = Schemas['TermContent'];

/** One thing that differs between two versions of a concept; what was not there before, or is no more, is missing. */
export interface Difference {
  field:
    | 'state'
    | 'reason'
    | 'term'
    | 'termState'
    | 'termStatus'
    | 'termType'
    | 'forbidden'
    | 'order'
    | 'definition'
    | 'subjectField'
    | 'note'
    | 'assignee'
    | 'customField'
    | 'relation'
    | 'review';
  /** Whose it is: the text of a term, the name of a custom field, the kind of a relation. */
  of?: string;
  /** Of the term. */
  language?: string;
  before?: string;
  after?: string;
}

/** What a change did to a concept, in the order in which its page shows it. */
export function differences(before: Content, after: Content): Difference[] {
  const fields = [...new Set([...Object.keys(before.customFields), ...Object.keys(after.customFields)])];
  return [
    ...changed({ field: 'state' }, before.state, after.state),
    ...changed({ field: 'reason' }, before.rejection?.reason, after.rejection?.reason),
    ...ofTerms(before, after),
    ...ofLists('definition', before.definitions.map(written), after.definitions.map(written)),
    ...changed({ field: 'subjectField' }, before.subjectField, after.subjectField),
    ...changed({ field: 'note' }, before.note, after.note),
    ...changed({ field: 'assignee' }, before.assignee, after.assignee),
    ...fields.flatMap((name) => changed({ field: 'customField', of: name }, before.customFields[name], after.customFields[name])),
    ...ofRelations(before.relations, after.relations),
  ];
}

const changed = (what: Pick<Difference, 'field' | 'of' | 'language'>, before: string | undefined, after: string | undefined): Difference[] =>
  before === after ? [] : [{ ...what, before, after }];

const written = ({ text, source }: Schemas['Definition']) => (source ? `${text} (${source})` : text);

// Of lists whose lines have no names: those that only one of them has, those of the same place side by side.
function ofLists(field: 'definition' | 'relation', before: string[], after: string[]): Difference[] {
  const gone = missing(before, after);
  const come = missing(after, before);
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => ({ field, before: gone[index], after: come[index] }));
}

function missing(from: string[], to: string[]): string[] {
  const left = [...to];
  return from.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) {
      left.splice(at, 1);
    }
    return at < 0;
  });
}

const ofRelations = (before: Content['relations'], after: Content['relations']): Difference[] =>
  before.length === after.length
    ? after.flatMap((relation, index) => changed({ field: 'review', of: relation.kind }, before[index]?.state, relation.state))
    : ofLists('relation', before.map((each) => each.kind), after.map((each) => each.kind));

const nameOf = (term: Term) => `${term.language} ${term.key}`;

function ofTerms(before: Content, after: Content): Difference[] {
  const known = new Map(before.terms.map((term) => [nameOf(term), term]));
  const kept = new Set(after.terms.map(nameOf));
  const found = [
    ...before.terms.filter((term) => !kept.has(nameOf(term))).map((term): Difference => ({ field: 'term', language: term.language, before: term.text })),
    ...after.terms.flatMap((term) => {
      const was = known.get(nameOf(term));
      return was ? ofTerm(was, term, before.state !== after.state) : [{ field: 'term', language: term.language, after: term.text } as const];
    }),
  ];
  const isMoved = found.every((each) => each.field === 'termStatus') && before.terms.map(nameOf).join('\n') !== after.terms.map(nameOf).join('\n');
  const [first] = after.terms;
  return isMoved && before.terms[0]?.text !== first?.text
    ? [{ field: 'order', language: first?.language, before: before.terms[0]?.text, after: first?.text }, ...found]
    : found;
}

// The terms go along with a decision on the concept; that is said of the concept alone.
function ofTerm(was: Term, is: Term, isDecided: boolean): Difference[] {
  const of = { of: is.text, language: is.language };
  return [
    ...changed({ field: 'term', language: is.language }, was.text, is.text),
    ...(isDecided ? [] : changed({ field: 'termState', ...of }, was.state, is.state)),
    ...(isDecided ? [] : changed({ field: 'termStatus', ...of }, was.status, is.status)),
    ...changed({ field: 'termType', ...of }, was.type, is.type),
    ...changed({ field: 'forbidden', ...of }, was.forbidden ? 'forbidden' : undefined, is.forbidden ? 'forbidden' : undefined),
  ];
}
