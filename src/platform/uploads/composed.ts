import type { StorageDriver } from '../storage/storage-driver.js';
import type { UploadPart } from './upload.js';

/** The bytes of parts one after the other. Throws when they are not the ones that came: a gap, a part that is shorter or longer. */
export async function* composed(driver: Pick<StorageDriver, 'open'>, parts: readonly UploadPart[]): AsyncGenerator<Buffer> {
  let at = 0;
  for (const { startAt, bytes, storageKey } of parts) {
    if (startAt !== at) throw new Error(`Part ${storageKey} begins at byte ${startAt} instead of ${at}`);
    for await (const chunk of (await driver.open(storageKey)) as AsyncIterable<Buffer>) {
      at += chunk.length;
      yield chunk;
    }
    if (at !== startAt + bytes) throw new Error(`Part ${storageKey} has ${at - startAt} bytes instead of ${bytes}`);
  }
}
