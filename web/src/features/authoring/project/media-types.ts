import { COMMON_TYPES } from '../../../uploads/file-kinds';

const COMMON = new Set<string>(Object.values(COMMON_TYPES));

/** Those that have no name of their own here. */
export function otherTypes(mediaTypes: readonly string[]): string[] {
  return mediaTypes.filter((type) => !COMMON.has(type));
}

/** Media types as somebody types them, between commas, semicolons or spaces; each once, and none that has a name here. */
export function parseTypes(text: string): string[] {
  const typed = text
    .split(/[\s,;]+/)
    .map((type) => type.toLowerCase().slice(0, 100))
    .filter((type) => type !== '');
  return otherTypes([...new Set(typed)]).slice(0, 30 - COMMON.size);
}
