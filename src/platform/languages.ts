/** Languages that Cairn speaks by itself, on pages and in letters: each by its own name, and the way it is written. */
export const LANGUAGES = {
  en: { name: 'English', direction: 'ltr' },
  de: { name: 'Deutsch', direction: 'ltr' },
} as const;

export type Language = keyof typeof LANGUAGES;

/** The first of the BCP 47 tags whose language is spoken here. */
export function firstSpoken(...tags: readonly (string | null | undefined)[]): Language | undefined {
  for (const tag of tags) {
    if (tag && isSpoken(tag)) return tag;
    const language = tag?.split('-', 1)[0]?.toLowerCase() ?? '';
    if (isSpoken(language)) return language;
  }
  return undefined;
}

function isSpoken(language: string): language is Language {
  return Object.hasOwn(LANGUAGES, language);
}
