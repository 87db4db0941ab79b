/** The work of one attempt, as it was handed in. */
export interface Work {
  text: string;
  links: string[];
  files: WorkFile[];
}

export interface WorkFile {
  id: string;
  name: string;
  mediaType: string;
  bytes: number;
  /** Lower-case hexadecimal. */
  sha256: string;
}

/** The same work always gives the same text, whatever order its fields came in: what the receipt's hash is taken of. */
export function canonicalWork({ text, links, files }: Work): string {
  return JSON.stringify([
    text,
    links,
    files.map(({ id, name, mediaType, bytes, sha256 }) => [id, name, mediaType, bytes, sha256]),
  ]);
}
