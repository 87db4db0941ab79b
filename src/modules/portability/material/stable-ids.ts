/**
 * Makes ids from content, so that reading a package twice gives the same ids and inserting a question leaves the others alone.
 * Unique among those that one instance made.
 */
export class StableIds {
  private readonly made = new Map<string, number>();

  /** @param kind short prefix, e.g. `q` */
  make(kind: string, content: string): string {
    const id = `${kind}-${fingerprint(content)}`;
    const seen = this.made.get(id) ?? 0;
    this.made.set(id, seen + 1);
    return seen === 0 ? id : `${id}-${seen + 1}`;
  }
}

/** FNV-1a over UTF-16 code units, 32 bits. Tells apart, protects nothing. */
function fingerprint(content: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < content.length; index += 1) hash = Math.imul(hash ^ content.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
