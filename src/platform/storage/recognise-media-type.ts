import { isUtf8 } from 'node:buffer';
import { fileTypeFromBuffer } from 'file-type';
import { extensionOf } from './clean-file-name.js';
import { BINARY_TYPES, TEXT_TYPES } from './media-types.js';

/** How much of a file's beginning is looked at. */
export const HEAD_BYTES = 64 * 1024;

export type Recognition =
  | { ok: true; mediaType: string }
  /** `looksLike` is `null` when the bytes are of no format we know. */
  | { ok: false; expected: string; looksLike: string | null };

/** Formats that may begin with nothing but ASCII, so that being text does not disprove them. */
const ASCII_HEADED = new Set(['application/pdf', 'application/postscript', 'application/rtf']);
/** Control characters that text holds: tab to carriage return, and the escape that colours terminal output. */
const TEXT_CONTROLS = new Set([9, 10, 11, 12, 13, 27]);

/** The media type of a file by its name and first bytes; refuses when they contradict each other. */
export async function recogniseMediaType(head: Buffer, name: string): Promise<Recognition> {
  const extension = extensionOf(name);
  const seen = (await fileTypeFromBuffer(head))?.mime ?? null;
  const binary = BINARY_TYPES.get(extension);
  if (binary) {
    if (seen !== null && binary.recognisedAs.includes(seen)) return { ok: true, mediaType: binary.mediaType };
    return { ok: false, expected: binary.mediaType, looksLike: seen ?? (isText(head) ? 'text/plain' : null) };
  }
  const text = TEXT_TYPES.get(extension);
  if (text) {
    // Two letters are a signature to some formats ("BM" is a bitmap, and the start of "BMI,age"): text is believed to be text.
    if (isText(head) && !ASCII_HEADED.has(seen ?? '') && (extension !== 'svg' || /<svg[\s>]/i.test(head.toString('utf8')))) {
      return { ok: true, mediaType: text };
    }
    return { ok: false, expected: text, looksLike: isUtf16(head) ? 'text/plain; charset=utf-16' : seen };
  }
  return { ok: true, mediaType: seen ?? (isText(head) ? 'text/plain' : 'application/octet-stream') };
}

/** Whether the bytes are UTF-8 text. The last character may be cut if there is more to come. */
function isText(head: Buffer): boolean {
  if (head.some((byte) => byte < 32 && !TEXT_CONTROLS.has(byte))) return false;
  const cuts = head.length < HEAD_BYTES ? [0] : [0, 1, 2, 3];
  return cuts.some((cut) => isUtf8(head.subarray(0, head.length - cut)));
}

/** Spreadsheet programs write it under the name of Unicode; its byte order mark is also the start of some sound. */
function isUtf16(head: Buffer): boolean {
  return head.length >= 2 && [0xfeff, 0xfffe].includes(head.readUInt16BE(0));
}
