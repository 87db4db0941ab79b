import { useEffect, useRef } from 'react';

/**
 * Keys without a modifier, by their name as in `KeyboardEvent.key`; a handler that answers `false` leaves the key to the browser. Silent while
 * somebody types, chooses from a menu or answers a dialog. Can be switched off (WCAG 2.2 §2.1.4).
 */
export function useShortcuts(keys: Readonly<Record<string, (event: KeyboardEvent) => boolean | void>>, enabled: boolean): void {
  const newest = useRef(keys);
  useEffect(() => {
    newest.current = keys;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isElsewhere(event.target)) return;
      const handler = Object.hasOwn(newest.current, event.key) ? newest.current[event.key] : undefined;
      if (handler && handler(event) !== false) event.preventDefault();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, [enabled]);
}

const BUSY = 'textarea, select, [contenteditable="true"], [role="menu"], dialog, input:not([type="radio"], [type="checkbox"])';

function isElsewhere(target: EventTarget | null): boolean {
  return (target instanceof Element && target.closest(BUSY) !== null) || document.querySelector('dialog[open]') !== null;
}
