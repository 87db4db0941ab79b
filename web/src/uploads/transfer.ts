/** Where a file on its way is. `waiting`: the connection is gone, it goes on by itself. `lost`: the page was loaded anew, and the browser no longer has the file. */
export type Stage = 'sending' | 'waiting' | 'paused' | 'lost' | 'finishing' | 'failed' | 'arrived';

/** A file on its way, as it is shown. */
export interface Transfer {
  id: string;
  name: string;
  bytes: number;
  sent: number;
  stage: Stage;
  /** Why it failed. */
  problem: unknown;
}

/** What is kept in the browser of an upload, so that it goes on after the page was loaded anew. */
export interface KeptTransfer extends Pick<Transfer, 'id' | 'name' | 'bytes' | 'sent'> {
  lastModified: number;
  url: string;
}

/** Whether a file that somebody chose is the one that an upload was begun with. */
export function isSameFile(
  kept: Pick<KeptTransfer, 'name' | 'bytes' | 'lastModified'>,
  file: Pick<File, 'name' | 'size' | 'lastModified'>,
): boolean {
  return kept.name === file.name && kept.bytes === file.size && kept.lastModified === file.lastModified;
}

/**
 * What to do about a request that failed: `status` is null without an answer. Whatever may pass by itself is tried again, also that
 * another window is sending the same or that the server has more than this one knows.
 */
export function afterFault(status: number | null, code: string | undefined): 'try-again' | 'give-up' {
  if (status === null || status === 0 || status >= 500 || status === 429 || status === 423 || status === 408) return 'try-again';
  return code === 'upload.offset' ? 'try-again' : 'give-up';
}

/** Milliseconds until the next try: soon at first, then every half minute. */
export function pauseBefore(tries: number): number {
  return Math.min(1_000 * 2 ** tries, 30_000);
}

export function shareOf({ sent, bytes }: Pick<Transfer, 'sent' | 'bytes'>): number {
  return bytes === 0 ? 0 : Math.min(sent / bytes, 1);
}
