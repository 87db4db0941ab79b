import { useLayoutEffect, useRef, useState } from 'react';

/**
 * How many entries of a list that wraps stand in its first row. The others must be made invisible, not removed: where they would
 * stand is what tells when there is room again. `content` is a text that changes with the entries.
 */
export function useFitting(content: string) {
  const list = useRef<HTMLUListElement>(null);
  const [fitting, setFitting] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const measure = () => {
      const entries = [...element.children] as HTMLElement[];
      const wrapped = entries.findIndex((entry) => entry.offsetTop > (entries[0]?.offsetTop ?? 0));
      setFitting(wrapped === -1 ? Number.POSITIVE_INFINITY : wrapped);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // Letters that become larger move the others, while the list stays as wide as it was.
    for (const entry of element.children) observer.observe(entry);
    return () => observer.disconnect();
  }, [content]);
  return { list, fitting };
}
