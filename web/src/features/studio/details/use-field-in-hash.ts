import { useEffect } from 'react';

/** Leads to the field that the address names behind `#`: where a check said that something has to be mended. */
export function useFieldInHash(): void {
  useEffect(() => {
    const field = decodeURIComponent(location.hash.slice(1));
    if (field === '') return;
    const name = CSS.escape(field);
    const element =
      document.querySelector<HTMLElement>(`[name="${name}"]`) ??
      document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field.replace(/[[.].*$/, ''))}"] button`);
    element?.focus();
    element?.scrollIntoView({ block: 'center' });
  }, []);
}
