import type { JsonObject } from '../domain/json.js';
import type { DocumentFaultReason } from '../proof/verifying/document-fault.js';
import type { ReadFault } from '../proof/verifying/verification.js';

/** What somebody brings to be verified, taken out of whatever it came in. */
export type Material =
  | { readonly kind: 'document'; readonly document: JsonObject }
  | { readonly kind: 'token'; readonly token: string }
  /** The address of a hosted badge or of a page. */
  | { readonly kind: 'address'; readonly address: string };

export type ReadMaterial =
  | { readonly ok: true; readonly material: Material }
  | { readonly ok: false; readonly reason: ReadFault | DocumentFaultReason; readonly detail: string };

export function unreadable(reason: ReadFault | DocumentFaultReason, detail: string): ReadMaterial {
  return { ok: false, reason, detail };
}

/** 5 MiB: what a certificate with pictures may have. */
export const LARGEST_FILE = 5 * 1024 * 1024;

/** 1 MiB: what a compressed credential may unpack to. */
export const LARGEST_TEXT = 1024 * 1024;
