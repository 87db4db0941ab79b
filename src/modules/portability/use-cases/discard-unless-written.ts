import type { FileStore, ReceivedFile } from '../../../platform/storage/file-store.js';

/**
 * Runs a transaction that writes the rows of received files, and removes their bytes when it certainly wrote none. It calls `written`
 * when all but its commit is done: after a lost commit nobody here knows whether there are rows, and the storage sweep decides.
 */
export async function discardUnlessWritten<Result>(
  files: FileStore,
  received: readonly ReceivedFile[],
  transaction: (written: () => void) => Promise<Result>,
): Promise<Result> {
  let complete = false;
  try {
    return await transaction(() => (complete = true));
  } catch (error) {
    if (!complete) await discardAll(files, received);
    throw error;
  }
}

/** What cannot be removed now, the storage sweep removes later: the error that led here matters more. */
export async function discardAll(files: FileStore, received: readonly ReceivedFile[]): Promise<void> {
  await Promise.allSettled(received.map((file) => files.discard(file)));
}
