import { canParseUrl } from '../../../platform/can-parse-url.js';
import type { Brought } from '../use-cases/verifying/verify-brought.js';

export type ReadBrought =
  | { readonly ok: true; readonly brought: Brought }
  /** `field` of the form it is about. */
  | { readonly ok: false; readonly field: 'credential' | 'file' | 'url' | 'email'; readonly fault: ReadFault };

/** What keeps it from being checked; the words for it are the page's. */
export type ReadFault =
  | 'nothing-brought'
  | 'several-brought'
  | 'too-large'
  | 'no-email'
  | 'no-address'
  | 'not-json'
  | 'not-sent-as-json';

const emailPattern = /^[^\s@]{1,64}@[^\s@]{1,255}$/;

/**
 * What a request brings: a form's fields and file, the text of a token, or JSON. JSON is the credential itself, or has it (or its address)
 * beside an e-mail address in an object of just these members, which no credential consists of.
 */
export function readBrought(body: unknown, file?: Buffer): ReadBrought {
  if (file === undefined && typeof body === 'string') return text(body);
  const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const wrapped = Object.keys(fields).length > 0 && Object.keys(fields).every((name) => wrapping.has(name));
  if (file === undefined && !wrapped) return { ok: true, brought: { form: { kind: 'document', document: body } } };
  return readFields(fields, file);
}

const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data'] as const;

/** The type of form that a request brings, if it brings one; in whatever case it is written (RFC 9110 §8.3.1). */
export function formType(contentType: string): (typeof FORM_TYPES)[number] | undefined {
  const written = contentType.toLowerCase();
  return FORM_TYPES.find((type) => written.startsWith(type));
}

/** As `readBrought`, for what is no form. Text is a token when it was sent as one; as JSON it would be a text and no credential. */
export function readDocument(body: unknown, contentType: string): ReadBrought {
  if ((typeof body === 'object' && body !== null) || (typeof body === 'string' && /\b(jwt|jose)\b/.test(contentType)))
    return readBrought(body);
  return { ok: false, field: 'credential', fault: 'not-sent-as-json' };
}

const wrapping = new Set(['credential', 'url', 'email']);

/** As `readBrought`, for forms, in which an empty field is one that was left out. */
export function readFields(fields: Record<string, unknown>, file?: Buffer): ReadBrought {
  const given = [fields['credential'], fields['url'], file].filter((one) => one !== undefined && one !== null && !isBlank(one));
  if (given.length === 0) return { ok: false, field: 'credential', fault: 'nothing-brought' };
  if (given.length > 1) return { ok: false, field: 'credential', fault: 'several-brought' };
  const read = readForm(fields, file);
  if (!read.ok || isBlank(fields['email'] ?? '')) return read;
  const email = typeof fields['email'] === 'string' ? fields['email'].trim() : '';
  return emailPattern.test(email)
    ? { ok: true, brought: { ...read.brought, email } }
    : { ok: false, field: 'email', fault: 'no-email' };
}

function readForm({ credential, url }: Record<string, unknown>, file: Buffer | undefined): ReadBrought {
  if (file !== undefined && !isBlank(file)) return { ok: true, brought: { form: { kind: 'file', bytes: file } } };
  if (typeof url === 'string' && !isBlank(url)) {
    const address = url.trim();
    return /^https?:\/\/\S+$/i.test(address) && canParseUrl(address)
      ? { ok: true, brought: { form: { kind: 'address', address } } }
      : { ok: false, field: 'url', fault: 'no-address' };
  }
  if (typeof credential === 'string') return text(credential);
  return { ok: true, brought: { form: { kind: 'document', document: credential } } };
}

function text(given: string): ReadBrought {
  return { ok: true, brought: { form: { kind: 'text', text: given } } };
}

/** A form without a file sends an empty one. */
function isBlank(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() === '' : Buffer.isBuffer(value) && value.length === 0;
}
