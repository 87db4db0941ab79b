import type { Language } from './languages.js';

type Values = Readonly<Record<string, string | number>>;

/** Which sentence something is, and what stands in it: kept beside its English words, so that any language can say it later. */
export interface Remark {
  readonly key: string;
  readonly values?: Values;
}

/** A sentence in English, with what it is made of unless it is a name, an address or the like, which no language changes. */
export type Said = [detail: string, remark?: Remark];

/** Sentences by their keys, with places such as `{name}`. */
export type Sentences<Key extends string = string> = Readonly<Record<Key, string>>;

/** Makes the sentences that a module has words for; one that another language lacks does not compile there. */
export function sayerOf<Key extends string>(english: Sentences<Key>): (key: Key, values?: Values) => Required<Said> {
  return (key, values = {}) => [filled(english[key], values), { key, values }];
}

/** What was said, for a reader of the language. What was kept before it had a remark stays in English. */
export function saidIn(
  language: Language,
  words: Readonly<Record<Exclude<Language, 'en'>, Sentences>>,
  { detail, remark }: { detail: string; remark?: Remark | undefined },
): string {
  const sentence = language === 'en' || !remark ? undefined : words[language][remark.key];
  return sentence === undefined ? detail : filled(sentence, remark?.values ?? {});
}

function filled(sentence: string, values: Values): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
