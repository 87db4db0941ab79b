/** A file of a package that is to be written. Texts are made when their turn comes, so that a long course is never whole in memory. */
export type PackageEntry = { path: string; text: () => string } | { path: string; fileId: string };
