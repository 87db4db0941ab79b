const MEGABYTE = 1024 * 1024;

/** What a package may be at most. Far above any course we know, far below what would trouble the server. */
export const LIMITS = {
  entries: 2_000,
  /** Of all files, unpacked. */
  totalBytes: 200 * MEGABYTE,
  fileBytes: 64 * MEGABYTE,
  /** Unpacked bytes for each packed one. Honest text reaches 20, a bomb 1,000. */
  ratio: 100,
  depth: 20,
  nameBytes: 255,
  pathBytes: 1_024,
} as const;

export type Limits = { readonly [name in keyof typeof LIMITS]: number };

/** Up to here the ratio is not asked for: a small file of one repeated line is no bomb. */
export const SMALL_FILE_BYTES = MEGABYTE;

/** The longest file that is read as a text: a page, a configuration. */
export const MAX_TEXT_BYTES = 512 * 1024;

/** Reasons that are listed before the rest is only counted. */
export const MAX_PROBLEMS = 100;
