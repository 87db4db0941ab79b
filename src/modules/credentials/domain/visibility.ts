/**
 * Who finds a credential's page, picture and document: everybody and search engines; whoever has the address; or nobody but who was
 * given a share link. A file that somebody holds stays verifiable in all three.
 */
export const VISIBILITIES = ['public', 'link', 'private'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Whether the credential is there for who comes by its own address. */
export function isShown(visibility: Visibility): boolean {
  return visibility !== 'private';
}

/** Whether search engines may keep what they find there. */
export function isIndexed(visibility: Visibility): boolean {
  return visibility === 'public';
}
