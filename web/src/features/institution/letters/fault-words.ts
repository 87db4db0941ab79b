import type { View } from '../../../api/client';

type Fault = View<'LetterFaultView'>;

interface Texts {
  emptySubject: string;
  emptyBody: string;
  unknown: (names: string, known: string) => string;
  missing: (names: string) => string;
  link: (names: string) => string;
}

export const asPlaceholders = (names: readonly string[]) => names.map((name) => `{{${name}}}`).join(', ');

/** What is wrong with a field of a letter, in words; `undefined` where nothing is. */
export function faultWords(
  faults: readonly Fault[],
  field: Fault['field'],
  holds: readonly string[],
  texts: Texts,
): string | undefined {
  const words = faults
    .filter((fault) => fault.field === field)
    .map(({ code, names }) => {
      if (code === 'empty') return field === 'subject' ? texts.emptySubject : texts.emptyBody;
      if (code === 'unknown_placeholder') return texts.unknown(asPlaceholders(names), asPlaceholders(holds));
      return code === 'missing_placeholder' ? texts.missing(asPlaceholders(names)) : texts.link(names.join(', '));
    });
  return words.length === 0 ? undefined : words.join(' ');
}
