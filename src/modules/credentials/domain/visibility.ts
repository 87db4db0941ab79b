/**
 * Who finds a credential's page, picture and document: everybody and search engines; whoever has the address; or nobody but who was
 * given a share link. A file that somebody holds stays verifiable in all three.
 */
export const VISIBILITIES = ['public', 'link', 'private'] as const;
export type Visibility = (typeof VISIBILITIES)[number];
