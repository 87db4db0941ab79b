/** What a part of an upload may be checked by. */
export type HashAlgorithm = 'sha1' | 'sha256';

export type Read<Value> = { ok: true; value: Value } | { ok: false; fault: string };

const WHOLE = /^(0|[1-9]\d{0,15})$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const KEY = /^[\x21-\x2b\x2d-\x7e]+$/;
const ALGORITHMS: readonly string[] = ['sha1', 'sha256'] satisfies HashAlgorithm[];

/** A number of bytes: `Upload-Length`, `Upload-Offset`, `Content-Length`. */
export function readBytes(header: string | undefined): Read<number> {
  if (header === undefined) return { ok: false, fault: 'is missing' };
  return WHOLE.test(header) ? { ok: true, value: Number(header) } : { ok: false, fault: 'is no whole number of bytes' };
}

/** `Upload-Metadata` (tus 1.0.0, Creation): pairs of a key and its value in Base64, parted by commas; a value may be left out. */
export function readMetadata(header: string | undefined): Read<ReadonlyMap<string, string>> {
  const pairs = new Map<string, string>();
  if (header === undefined || header.trim() === '') return { ok: true, value: pairs };
  for (const pair of header.split(',')) {
    const [key = '', value = '', ...more] = pair.trim().split(' ');
    if (!KEY.test(key) || more.length > 0) return { ok: false, fault: 'is no list of keys and values' };
    if (pairs.has(key)) return { ok: false, fault: `has ${key} twice` };
    const text = BASE64.test(value) ? decodeUtf8(Buffer.from(value, 'base64')) : null;
    if (text === null) return { ok: false, fault: `has a value of ${key} that is not UTF-8 in Base64` };
    pairs.set(key, text);
  }
  return { ok: true, value: pairs };
}

/** The one pair that we answer with. */
export function writeMetadata(name: string): string {
  return `filename ${Buffer.from(name, 'utf8').toString('base64')}`;
}

export interface Checksum {
  algorithm: HashAlgorithm;
  digest: Buffer;
}

/** `Upload-Checksum` (tus 1.0.0, Checksum); `null` when there is none. */
export function readChecksum(header: string | undefined): Read<Checksum | null> {
  if (header === undefined) return { ok: true, value: null };
  const [algorithm = '', digest = '', ...more] = header.split(' ');
  if (!ALGORITHMS.includes(algorithm)) return { ok: false, fault: `has an algorithm other than ${ALGORITHMS.join(', ')}` };
  if (digest === '' || !BASE64.test(digest) || more.length > 0) return { ok: false, fault: 'has a digest that is not in Base64' };
  return { ok: true, value: { algorithm: algorithm as HashAlgorithm, digest: Buffer.from(digest, 'base64') } };
}

function decodeUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
