import { inflate } from './inflate.js';
import { type Material, type ReadMaterial, unreadable } from './material.js';
import { decodeText, readCredentialText } from './read-text.js';

const mostAttachments = 32;
const mostMentions = 512;
/** A stream's dictionary is a few lines. */
const dictionaryReach = 4_096;

export function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 1_024).includes('%PDF-');
}

/**
 * The credential attached to a PDF. Embedded files are streams, and streams stand as they are in the file, never inside another one
 * (ISO 32000-2 §7.5.7), so they are found by their dictionaries without building the document: one pass, and nothing but attachments is
 * unpacked. When an object was written anew further down, the last one counts (§7.5.6).
 */
export function readPdf(bytes: Buffer): ReadMaterial {
  const text = bytes.toString('latin1');
  if (/\/Encrypt[\s<]/.test(text.slice(-dictionaryReach)) || /\/Encrypt\s+\d+\s+\d+\s+R/.test(text))
    return unreadable('pdf-encrypted', 'The PDF is encrypted. Save it without a password and try again.');
  const streams = attachedStreams(text);
  if (streams.size > mostAttachments) return unreadable('pdf-malformed', `The PDF has more than ${mostAttachments} attachments.`);
  const found = new Map<string, Material>();
  for (const stream of streams.values()) {
    const content = unpacked(stream, bytes);
    if (content === null)
      return unreadable('inflates-too-far', 'An attachment of the PDF unpacks to more than a million characters.');
    const read = content === undefined ? undefined : readCredentialText(content);
    if (read && !read.ok && read.reason === 'key-repeated') return read;
    if (read?.ok && looksLikeCredential(read.material)) found.set(content ?? '', read.material);
  }
  const [only, ...more] = found.values();
  if (more.length > 0) return unreadable('two-inside', 'The PDF has two credentials attached, and a reader could see either.');
  return only ? { ok: true, material: only } : unreadable('nothing-inside', 'The PDF has no credential attached.');
}

interface Stream {
  readonly dictionary: string;
  readonly start: number;
  readonly end: number;
}

const mark = '/EmbeddedFile';

/** By object number; a later one takes the place of an earlier one. */
function attachedStreams(text: string): ReadonlyMap<string, Stream> {
  const streams = new Map<string, Stream>();
  let at = text.indexOf(mark);
  for (let mention = 0; at >= 0 && mention < mostMentions; mention += 1) {
    // /EmbeddedFiles is the name of the list of attachments.
    const [number, stream] = /[A-Za-z]/.test(text.charAt(at + mark.length)) ? [] : streamAround(text, at);
    if (number !== undefined && stream) streams.set(number, stream);
    at = text.indexOf(mark, at + 1);
  }
  return streams;
}

function streamAround(text: string, at: number): readonly [number?: string, stream?: Stream] {
  const before = text.slice(Math.max(0, at - dictionaryReach), at);
  const head = before.lastIndexOf(' obj');
  const number = /(\d+) +\d+$/.exec(before.slice(Math.max(0, head - 24), head))?.[1];
  const keyword = text.indexOf('stream', at);
  if (head < 0 || number === undefined || keyword < 0 || keyword - at > dictionaryReach) return [];
  const start = keyword + 'stream'.length + (text.startsWith('\r\n', keyword + 'stream'.length) ? 2 : 1);
  const dictionary = before.slice(head + 4) + text.slice(at, keyword);
  const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN);
  const exact = text
    .slice(start + length, start + length + 12)
    .trimStart()
    .startsWith('endstream');
  const end = exact ? start + length : text.indexOf('endstream', start);
  return end < start ? [] : [number, { dictionary, start, end }];
}

/** The text of an attachment; `null` when it unpacks too far, undefined when it is no text. */
function unpacked({ dictionary, start, end }: Stream, bytes: Buffer): string | null | undefined {
  const data = bytes.subarray(start, end);
  const filter = /\/Filter\s*\[?\s*\/(\w+)/.exec(dictionary)?.[1];
  if (filter === undefined) return decodeText(data);
  if (filter !== 'FlateDecode') return undefined;
  const inflated = inflate(data);
  if (inflated.ok) return decodeText(inflated.bytes);
  return inflated.reason === 'inflates-too-far' ? null : undefined;
}

/** Certificates carry other attachments too: pictures, transcripts, invoices. */
function looksLikeCredential(material: Material): boolean {
  if (material.kind === 'document') return material.document['@context'] !== undefined;
  return material.kind === 'token';
}
