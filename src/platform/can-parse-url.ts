const ASCII = /^[\0-\x7f]*$/;

/**
 * Whether `new URL` would take it. Not always `URL.canParse`: Node 20 compiles that after some thousand calls to one that takes a text of
 * Latin-1 for UTF-8, and then refuses every address with an `ü` or `é` in it.
 */
export function canParseUrl(text: string, base?: string): boolean {
  if (base === undefined && ASCII.test(text)) return URL.canParse(text);
  try {
    return new URL(text, base) instanceof URL;
  } catch {
    return false;
  }
}
