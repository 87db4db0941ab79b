import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { fittingIn } from './first-row';

/**
 * How many entries of a list that wraps stand in its first row. The others must be made invisible, not removed: where they would
 * stand is what tells when there is room again. `content` is a text that changes with the entries. What stands beside the list, in the
 * same frame, may come and go with the answer.
 */
export function useFitting(content: string) {
  const list = useRef<HTMLUListElement>(null);
  const [fitting, setFitting] = useState(Number.POSITIVE_INFINITY);
  const measure = () => setFitting((before) => measured(list) ?? before);
  // After each answer again: what came with it beside the list takes room from it.
  useLayoutEffect(measure, [content, fitting]);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element?.parentElement) return undefined;
    // At once, not with the next frame: until then an entry would stand neither here nor elsewhere.
    const observer = new ResizeObserver(() => flushSync(measure));
    // The frame and not the list, whose own size changes with the answer.
    observer.observe(element.parentElement);
    // Letters that become larger move the others, while the frame stays as wide as it was.
    for (const entry of element.children) observer.observe(entry);
    return () => observer.disconnect();
  }, [content]);
  return { list, fitting };
}

function measured({ current }: RefObject<HTMLUListElement | null>): number | null {
  if (!current) return null;
  const entries = [...current.children] as HTMLElement[];
  return fittingIn(
    current.clientWidth,
    entries.map(({ offsetTop: top, offsetWidth: width }) => ({ top, width })),
  );
}
