import { canParseUrl } from '../../../platform/can-parse-url.js';
import { asList, isJsonObject, type JsonObject, type JsonValue } from '../domain/json.js';
import { type CheckName, type CheckResult, failed, unknown, type VerificationReason } from '../proof/verifying/verification.js';
import { withoutNulls } from './open-badge-2.js';

/** What the web answers under an address: parsed JSON, or why not. `status` is that of HTTP. */
export type Fetched =
  | { readonly ok: true; readonly document: JsonValue }
  | { readonly ok: false; readonly reason: string; readonly status?: number };

/** Everything an old badge may look up, each through the guarded client; `redirects` are those the standard allows. */
export interface Lookups {
  readonly fetch: (address: string) => Promise<Fetched>;
  readonly now: Date;
}

export type Part =
  | { readonly part: JsonObject; readonly fault?: undefined }
  | { readonly part?: undefined; readonly fault: CheckResult };

export interface PartWish {
  readonly check: CheckName;
  readonly unreachable: VerificationReason;
  readonly ofAnother: VerificationReason;
}

/** The part that is there itself, or stands under the address that is given instead. */
export async function partOf(value: JsonValue | undefined, wish: PartWish, lookups: Lookups): Promise<Part> {
  if (isJsonObject(value)) return { part: value };
  return typeof value === 'string' ? fetchPart(value, wish, lookups) : { fault: failed(wish.check, 'badge-malformed') };
}

/** The part under an address, which has to give that address as its id. */
export async function fetchPart(address: string, { check, unreachable, ofAnother }: PartWish, { fetch }: Lookups): Promise<Part> {
  const fetched = await fetch(address);
  if (!fetched.ok) return { fault: unknown(check, unreachable, `${address}: ${fetched.reason}`) };
  const part = withoutNulls(fetched.document);
  if (!isJsonObject(part)) return { fault: unknown(check, unreachable, `${address} does not answer with a JSON object.`) };
  return part.id === address
    ? { part }
    : { fault: failed(check, ofAnother, `${address} answers with something of another address.`) };
}

export const badgeClassWish: PartWish = {
  check: 'schema',
  unreachable: 'badge-class-unreachable',
  ofAnother: 'badge-class-of-another',
};

export const profileWish: PartWish = {
  check: 'issuer',
  unreachable: 'issuer-unreachable',
  ofAnother: 'issuer-document-of-another',
};

/**
 * Whether a hosted address may speak for the issuer (OB 2.0 Verification, "hosted"): it has the origin of the Profile's id, or one that
 * the Profile allows. Prefixes are compared after the origin, so that `https://example.org` does not allow `https://example.org.evil.tld`.
 */
export function inScope(address: string, profile: JsonObject): boolean {
  if (!canParseUrl(address) || typeof profile.id !== 'string' || !canParseUrl(profile.id)) return false;
  const { origin, host } = new URL(address);
  const { allowedOrigins, startsWith } = isJsonObject(profile.verification) ? profile.verification : {};
  if (allowedOrigins === undefined && startsWith === undefined) return origin === new URL(profile.id).origin;
  const byPrefix = asList(startsWith).some(
    (prefix) =>
      typeof prefix === 'string' && canParseUrl(prefix) && new URL(prefix).origin === origin && address.startsWith(prefix),
  );
  return byPrefix || asList(allowedOrigins).includes(host);
}
