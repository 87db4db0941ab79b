import { gunzipSync, gzipSync } from 'node:zlib';
import { dateTimeStamp } from '../domain/date-time.js';
import { compact, type JsonObject } from '../domain/json.js';
import { CREDENTIALS_V2 } from './context-pins.js';

/** The least a list may hold, so that one award is hidden among many (Bitstring Status List §2.2). */
export const STATUS_LIST_BITS = 131_072;

/** 4 MiB, 33 million entries: what a foreign list may unpack to before it counts as an attack. */
const maxListBytes = 4 * 1024 * 1024;

/** A list with every bit clear. `bits` is a multiple of 8. */
export function emptyStatusBits(bits: number = STATUS_LIST_BITS): Buffer {
  if (bits < STATUS_LIST_BITS || bits % 8 !== 0) {
    throw new RangeError(`A status list needs at least ${STATUS_LIST_BITS} bits, in whole bytes; ${bits} will not do.`);
  }
  return Buffer.alloc(bits / 8);
}

/** Index 0 is the left-most bit of the first byte (§3.2). Throws RangeError outside the list. */
export function statusBit(bits: Uint8Array, index: number): boolean {
  return (byteAt(bits, index) & (0x80 >> (index & 7))) !== 0;
}

/** Sets or clears one bit, in place. */
export function setStatusBit(bits: Uint8Array, index: number, value: boolean): void {
  const mask = 0x80 >> (index & 7);
  const byte = byteAt(bits, index);
  bits[Math.floor(index / 8)] = value ? byte | mask : byte & ~mask;
}

function byteAt(bits: Uint8Array, index: number): number {
  const byte = Number.isSafeInteger(index) && index >= 0 ? bits[Math.floor(index / 8)] : undefined;
  if (byte === undefined) throw new RangeError(`Index ${index} lies outside a status list of ${bits.length * 8} bits.`);
  return byte;
}

/** `encodedList`: `u` and the base64url of the gzipped bits (§3.3). */
export function encodeStatusBits(bits: Uint8Array): string {
  return `u${gzipSync(bits).toString('base64url')}`;
}

export type DecodedStatusBits =
  | { readonly ok: true; readonly bits: Buffer }
  | { readonly ok: false; readonly reason: 'status-list-encoding' | 'status-list-too-large' | 'status-list-too-short' };

/** The bits of an `encodedList`. Never unpacks more than 4 MiB, however small the text. */
export function decodeStatusBits(encoded: unknown): DecodedStatusBits {
  if (typeof encoded !== 'string' || !/^u[A-Za-z0-9_-]+$/.test(encoded)) return { ok: false, reason: 'status-list-encoding' };
  try {
    const bits = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'), { maxOutputLength: maxListBytes });
    return bits.length * 8 < STATUS_LIST_BITS ? { ok: false, reason: 'status-list-too-short' } : { ok: true, bits };
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return { ok: false, reason: tooLarge ? 'status-list-too-large' : 'status-list-encoding' };
  }
}

export interface StatusListFacts {
  /** The public URL of the list. */
  readonly id: string;
  /** The DID of the institution whose credentials point here. */
  readonly issuer: string;
  readonly bits: Uint8Array;
  readonly validFrom: Date;
  /** After this the list must be fetched anew; verifiers treat an outdated list as "status unknown". */
  readonly validUntil?: Date;
}

/** The unsigned BitstringStatusListCredential (§2.2), for the one purpose that Open Badges has room for. */
export function buildStatusListCredential({ id, issuer, bits, validFrom, validUntil }: StatusListFacts): JsonObject {
  return compact({
    '@context': [CREDENTIALS_V2],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: dateTimeStamp(validFrom),
    validUntil: validUntil && dateTimeStamp(validUntil),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encodeStatusBits(bits),
    },
  });
}
