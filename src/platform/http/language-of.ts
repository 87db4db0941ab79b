const LANGUAGES = ['en', 'de'] as const;
type Language = (typeof LANGUAGES)[number];

/**
 * The language of ours that a browser names first (RFC 9110 §12.5.4); English where it names none. Browsers name them in their order, so that
 * weights are not looked at.
 */
export function languageOf(accepted: string | undefined): Language {
  const named = (accepted ?? '').split(',').map((tag) => /^\s*([a-z]+)/i.exec(tag)?.[1]?.toLowerCase());
  return named.flatMap((tag) => LANGUAGES.find((language) => language === tag) ?? [])[0] ?? 'en';
}
