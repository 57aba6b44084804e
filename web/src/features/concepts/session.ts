import { useSyncExternalStore } from 'react';
import type { Schemas } from '../../api/client';

type State = Schemas['ConceptRow']['state'];

interface Session {
  /** Numbers of the changes of each decision, the last decision last. */
  undoable: number[][];
  /** The states that were decided on, the newest last; at most 50. */
  recent: State[];
}

// What a person did in this visit, glossary by glossary; it outlives a change of page.
let sessions: Readonly<Record<string, Session>> = {};
const empty: Session = { undoable: [], recent: [] };
const listeners = new Set<() => void>();
const yieldOver = 50;

function change(glossary: string, next: (session: Session) => Session): void {
  sessions = { ...sessions, [glossary]: next(sessions[glossary] ?? empty) };
  listeners.forEach((listener) => listener());
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSession = (glossary: string) => useSyncExternalStore(subscribe, () => sessions[glossary] ?? empty);

/** Makes a change that a person may take back next. */
export const remember = (glossary: string, changes: number[]) =>
  change(glossary, (session) => (changes.length === 0 ? session : { ...session, undoable: [...session.undoable, changes] }));

/** Counts a decision for the yield. */
export const rememberDecision = (glossary: string, state: State) =>
  change(glossary, (session) => ({ ...session, recent: [...session.recent, state].slice(-yieldOver) }));

/** Numbers of the changes to take back next, which are forgotten by this; undefined where there are none. */
export function takeLast(glossary: string): number[] | undefined {
  const last = (sessions[glossary] ?? empty).undoable.at(-1);
  if (last) {
    change(glossary, (session) => ({ undoable: session.undoable.slice(0, -1), recent: session.recent.slice(0, -1) }));
  }
  return last;
}
