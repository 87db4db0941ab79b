import { addAbortSignal, type Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import type { S3Options } from './s3-options.js';
import {
  checkRoundTrip,
  MissingFileError,
  requireKey,
  type ByteRange,
  type StorageDriver,
  type StoredObject,
} from './storage-driver.js';

type Sdk = typeof import('@aws-sdk/client-s3');

const PART_BYTES = 8 * 1024 * 1024;
const CONNECT_MS = 3_000;
const SILENCE_MS = 30_000;

/** Keeps files in a bucket of an S3-compatible server. Large ones go up in parts, and appear when the last part is in. */
export class S3Driver implements StorageDriver {
  private loaded: Promise<{ sdk: Sdk; client: S3Client }> | undefined;

  constructor(private readonly options: S3Options) {}

  async write(key: string, stream: Readable, signal?: AbortSignal): Promise<void> {
    const place = this.place(key);
    let streamError: Error | undefined;
    stream.once('error', (error) => (streamError = error));
    try {
      const { client } = await this.connect();
      const { Upload } = await import('@aws-sdk/lib-storage');
      // Aborting the upload itself would return before its parts are removed; a body that fails is waited for.
      const body = signal ? addAbortSignal(signal, stream) : stream;
      await new Upload({ client, params: { ...place, Body: body }, partSize: PART_BYTES, queueSize: 2 }).done();
    } catch (error) {
      stream.destroy();
      // If removing the parts fails too, the upload throws that, which is not why it ended.
      throw streamError ?? error;
    }
  }

  async open(key: string, range?: ByteRange): Promise<Readable> {
    const place = this.place(key);
    const { sdk, client } = await this.connect();
    try {
      const Range = range && `bytes=${range.start}-${range.end ?? ''}`;
      const { Body } = await client.send(new sdk.GetObjectCommand({ ...place, ...(Range ? { Range } : {}) }));
      return Body as Readable;
    } catch (error) {
      if (isMissing(error)) throw new MissingFileError(key);
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    const place = this.place(key);
    const { sdk, client } = await this.connect();
    await client.send(new sdk.DeleteObjectCommand(place));
  }

  async exists(key: string): Promise<boolean> {
    const place = this.place(key);
    const { sdk, client } = await this.connect();
    try {
      await client.send(new sdk.HeadObjectCommand(place));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  async *list(prefix = ''): AsyncIterable<StoredObject> {
    const { bucket: Bucket, folder } = this.options;
    const { sdk, client } = await this.connect();
    for await (const page of sdk.paginateListObjectsV2({ client }, { Bucket, Prefix: folder + prefix, Delimiter: '/' })) {
      for (const { Key, Size, LastModified } of page.Contents ?? []) {
        if (Key && Size !== undefined && LastModified)
          yield { key: Key.slice(folder.length), bytes: Size, modifiedAt: LastModified };
      }
    }
  }

  async removeUnfinished(before: Date): Promise<number> {
    const { bucket: Bucket, folder: Prefix } = this.options;
    const { sdk, client } = await this.connect();
    const { Uploads = [] } = await client.send(new sdk.ListMultipartUploadsCommand({ Bucket, Prefix, Delimiter: '/' }));
    const old = Uploads.filter(({ Initiated }) => Initiated && Initiated < before);
    for (const { Key, UploadId } of old) await client.send(new sdk.AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
    return old.length;
  }

  check(): Promise<void> {
    return checkRoundTrip(this);
  }

  private place(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.options.bucket, Key: this.options.folder + requireKey(key) };
  }

  /** The SDK is large: it is loaded by installations that use it, when they first do. */
  private connect(): Promise<{ sdk: Sdk; client: S3Client }> {
    this.loaded ??= import('@aws-sdk/client-s3').then((sdk) => {
      const { endpoint, region, pathStyle, credentials } = this.options;
      const client = new sdk.S3Client({
        endpoint,
        region,
        forcePathStyle: pathStyle,
        ...(credentials ? { credentials } : {}),
        requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: SILENCE_MS },
        // Servers other than AWS's often do not know the newer checksums; Cairn compares its own SHA-256.
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
      });
      return { sdk, client };
    });
    return this.loaded;
  }
}

function isMissing(error: unknown): boolean {
  return (error as { name?: unknown } | null)?.name === 'NoSuchKey' || (error as { name?: unknown } | null)?.name === 'NotFound';
}
