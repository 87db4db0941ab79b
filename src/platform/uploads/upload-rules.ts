/** What the rules about an upload know of it; sizes in bytes. */
export interface UploadState {
  bytes: number;
  received: number;
  expiresAt: Date;
  /** The file that it became, once it was taken. */
  fileId: string | null;
}

/** The most that is held before it is stored: what a killed server may lose, and one part in the storage. */
export const PART_BYTES = 8 * 1024 * 1024;
/** How many a person may have under way, and how large they may be together. */
export const MOST_OPEN = 50;
export const MOST_OPEN_BYTES = 10 * 1024 ** 3;
const KEPT_MS = 3 * 24 * 3_600_000;

export type AppendRefusal = 'expired' | 'offset' | 'beyond_end';

/** Whether bytes may follow at `offset`; `length` is how many are announced, `null` when that is not said (tus 1.0.0, PATCH). */
export function refuseAppend(
  upload: UploadState,
  wish: { offset: number; length: number | null },
  now: Date,
): AppendRefusal | null {
  if (isExpired(upload, now)) return 'expired';
  if (wish.offset !== upload.received) return 'offset';
  if (wish.offset + (wish.length ?? 0) > upload.bytes) return 'beyond_end';
  return null;
}

/** A file that was taken stays, whatever becomes of the upload. */
export function isExpired({ expiresAt, fileId }: UploadState, now: Date): boolean {
  return fileId === null && expiresAt.getTime() <= now.getTime();
}

/** Counted from the last bytes that came. */
export function expiryFrom(now: Date): Date {
  return new Date(now.getTime() + KEPT_MS);
}

/** Whether one more of `bytes` fits beside those that a person has under way. */
export function hasRoom(open: { count: number; bytes: number }, bytes: number): boolean {
  return open.count < MOST_OPEN && open.bytes + bytes <= MOST_OPEN_BYTES;
}
