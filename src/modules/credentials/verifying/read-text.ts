import { isCompactJws } from '../proof/verifying/read-jws.js';
import { readJsonObject } from '../proof/verifying/read-json.js';
import { LARGEST_TEXT, type ReadMaterial, unreadable } from './material.js';

/** A credential as text: JSON, a compact JWS, or the address of one. White space around it is nobody's. */
export function readCredentialText(given: string): ReadMaterial {
  const text = given.replace(/^\uFEFF/, '').trim();
  if (text.length > LARGEST_TEXT)
    return unreadable('file-too-large', 'A credential of more than a million characters is not looked at.');
  if (isCompactJws(text)) return { ok: true, material: { kind: 'token', token: text } };
  if (/^https?:\/\/\S+$/i.test(text)) return { ok: true, material: { kind: 'address', address: text } };
  const read = readJsonObject(text);
  return read.ok ? { ok: true, material: { kind: 'document', document: read.document } } : unreadable(read.reason, read.detail);
}

/** The text of bytes that are UTF-8; undefined for others. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
