import { type RefObject, useEffect } from 'react';

/** Puts the focus into a field of a dialog that opens: without it the dialog gives it to its close button. */
export function useDialogFocus(field: RefObject<{ focus: () => void } | null>) {
  useEffect(() => {
    // The dialog takes the focus first.
    const frame = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [field]);
}
