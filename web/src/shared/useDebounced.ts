import { useEffect, useState } from 'react';

/** A value that follows another one as soon as that rests, so that not each letter is asked for. */
export function useDebounced<T>(value: T, rest = 200): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), rest);
    return () => window.clearTimeout(timer);
  }, [value, rest]);
  return settled;
}
