import { useEffect, useLayoutEffect, useRef } from 'react';
import { usePreferences } from './preferences';

/** Whether an element takes letters itself, so that keys mean typing there. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)) || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
  );
}

const isDialogOpen = () => document.querySelector('[role="dialog"][aria-modal="true"]') !== null;

/** Calls back on a plain key anywhere on the page; off while typing, under a dialog, and where a person switched keys off. */
export function useKey(key: string | string[], action: (event: KeyboardEvent) => void): void {
  const { keys } = usePreferences();
  const latest = useRef(action);
  // Before the page is painted: whoever sees the new selection and presses again moves from there.
  useLayoutEffect(() => {
    latest.current = action;
  });
  const wanted = Array.isArray(key) ? key.join('\n') : key;
  useEffect(() => {
    if (!keys) {
      return undefined;
    }
    const listen = (event: KeyboardEvent) => {
      if (wanted.split('\n').includes(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented && !isTyping(event.target) && !isDialogOpen()) {
        event.preventDefault();
        latest.current(event);
      }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [keys, wanted]);
}
