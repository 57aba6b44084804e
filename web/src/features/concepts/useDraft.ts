import { useState } from 'react';

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * What a form writes over something that others may change meanwhile. What a person has not touched is shown, and stays,
 * as it is in the store.
 */
export function useDraft<T extends object>(stored: T) {
  const [opened] = useState(stored);
  const [touched, setTouched] = useState<Partial<T>>({});
  return {
    stored,
    draft: { ...stored, ...touched },
    touched,
    write: (next: Partial<T>) => setTouched({ ...touched, ...next }),
    /** Lets go of what was written into a field, so that the stored value shows. */
    drop: (field: keyof T) => setTouched(Object.fromEntries(Object.entries(touched).filter(([name]) => name !== field)) as Partial<T>),
    /** Whether somebody else gave a touched field yet another value. */
    isContested: (field: keyof T) => field in touched && !isSame(stored[field], opened[field]) && !isSame(touched[field], stored[field]),
  };
}
