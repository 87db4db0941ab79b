import { type FocusEvent, type KeyboardEvent, useRef } from 'react';

/** What hangs under the top bar: it closes when the focus leaves it, and by Escape, which gives the focus back to its button. */
export function useSheet() {
  const element = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (element.current) element.current.open = false;
  };
  const follow = {
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (!element.current?.contains(relatedTarget)) close();
    },
    onKeyDown: ({ key }: KeyboardEvent) => {
      if (key !== 'Escape' || !element.current?.open) return;
      close();
      element.current.querySelector('summary')?.focus();
    },
  };
  return { element, close, follow };
}
