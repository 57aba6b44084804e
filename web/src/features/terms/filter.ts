import type { TermFilter } from '../../api/queries';

const states = ['Candidate', 'Approved', 'Rejected'] as const;

/** The filter that an address carries; what it does not understand it leaves out. */
export function readFilter(parameters: URLSearchParams): TermFilter {
  const filter: TermFilter = {};
  const state = states.find((each) => each === parameters.get('state'));
  if (state) {
    filter.state = state;
  }
  for (const name of ['document', 'language', 'q'] as const) {
    const value = parameters.get(name);
    if (value) {
      filter[name] = value;
    }
  }
  const score = Number(parameters.get('minScore'));
  if (score > 0 && score <= 1) {
    filter.minScore = score;
  }
  return filter;
}
