import type { ByteRange } from './storage-driver.js';
import type { StoredFile } from './stored-file.entity.js';

export interface DeliveryRequest {
  ifNoneMatch?: string | undefined;
  range?: string | undefined;
  ifRange?: string | undefined;
  /** Show it in the browser, if its type allows that. */
  inline?: boolean | undefined;
  /** Origins beside ours whose pages may hold the page that shows it. */
  frameOrigins?: string | undefined;
}

export interface DeliveryPlan {
  status: 200 | 206 | 304 | 416;
  headers: Record<string, string>;
  /** Set with 206. */
  range?: Required<ByteRange>;
}

type DeliveredFile = Pick<StoredFile, 'originalName' | 'mediaType' | 'bytes' | 'sha256'>;

const SHOWN_INLINE = /^(?:image\/(?:png|jpeg|gif|webp|avif)|application\/pdf|audio\/.+|video\/.+)$/;
// A file from a stranger runs nothing and reaches nothing, should a browser show it after all.
const SANDBOX = "default-src 'none'; sandbox";
// Chromium and Safari show no PDF in a sandbox, and their viewers style the page they make; a PDF's scripts never run in our origin.
const PDF_VIEWER = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";

/** How to answer a request for a stored file: whole, one part of it (RFC 9110 §14), "you have it already", or "there is no such part". */
export function planDelivery(file: DeliveredFile, request: DeliveryRequest): DeliveryPlan {
  const etag = `"${file.sha256}"`;
  const headers = commonHeaders(file, etag, request);
  if (matches(request.ifNoneMatch, etag)) return { status: 304, headers };
  const range = request.ifRange === undefined || request.ifRange.trim() === etag ? readRange(request.range, file.bytes) : 'whole';
  if (range === 'unsatisfiable') return { status: 416, headers: { 'content-range': `bytes */${file.bytes}` } };
  const described = { ...headers, 'content-type': contentType(file.mediaType) };
  if (range === 'whole') return { status: 200, headers: { ...described, 'content-length': String(file.bytes) } };
  return {
    status: 206,
    range,
    headers: {
      ...described,
      'content-length': String(range.end - range.start + 1),
      'content-range': `bytes ${range.start}-${range.end}/${file.bytes}`,
    },
  };
}

/** RFC 6266 with the name in UTF-8 (RFC 8187). */
export function contentDisposition(kind: 'attachment' | 'inline', name: string): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename*=UTF-8''${encoded}`;
}

function commonHeaders(file: DeliveredFile, etag: string, { inline, frameOrigins }: DeliveryRequest): Record<string, string> {
  const shown = inline === true && SHOWN_INLINE.test(file.mediaType);
  return {
    etag,
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    'content-disposition': contentDisposition(shown ? 'inline' : 'attachment', file.originalName),
    'content-security-policy': shown && file.mediaType === 'application/pdf' ? pdfViewer(frameOrigins) : SANDBOX,
    'x-content-type-options': 'nosniff',
  };
}

function pdfViewer(frameOrigins: string | undefined): string {
  return frameOrigins ? `${PDF_VIEWER} ${frameOrigins}` : PDF_VIEWER;
}

/** Text was checked to be UTF-8 when it was received. */
function contentType(mediaType: string): string {
  return mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  const candidates = (ifNoneMatch ?? '').split(',').map((candidate) => candidate.trim().replace(/^W\//, ''));
  return candidates.includes(etag) || candidates.includes('*');
}

/** One range only: a list of ranges, another unit or something unreadable means the whole file (RFC 9110 §14.2). */
function readRange(header: string | undefined, bytes: number): Required<ByteRange> | 'whole' | 'unsatisfiable' {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return 'whole';
  const end = last === '' || first === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  const start = first === '' ? Math.max(bytes - Number(last), 0) : Number(first);
  if (first !== '' && last !== '' && Number(last) < start) return 'whole';
  return start > end ? 'unsatisfiable' : { start, end };
}
