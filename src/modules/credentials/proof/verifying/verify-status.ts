import { RecentlyUsed } from '../../../../platform/recently-used.js';
import { asList, isJsonObject, type JsonObject, type JsonValue } from '../../domain/json.js';
import { isUri } from '../../domain/uri.js';
import { decodeStatusBits, statusBit } from '../status-list.js';
import { type CheckResult, failed, passed, unknown, type VerifyOptions } from './verification.js';
import { allPassed } from './outcomes.js';
import { checkAuthenticity } from './verify-authenticity.js';
import { issuerId } from './verify-issuer.js';
import { HeldProofs } from './verify-proof.js';
import { checkToken } from './verify-token.js';

export const BITSTRING_ENTRY = 'BitstringStatusListEntry';

const maxEntries = 4;

// Many credentials share a list: its signature is checked and its bits are unpacked once for as long as its text stays the same. What
// depends on the moment or on the issuer's document is looked at every time.
const heldListProofs = new HeldProofs(256);
const unpacked = new RecentlyUsed<Buffer>(32 * 1024 * 1024);

/**
 * Whether the issuer still stands by the credential (Bitstring Status List §3.2). Whatever keeps the list from being read and trusted
 * makes the status unknown. Expects a well-formed credential whose proof holds.
 */
export async function checkStatus(document: JsonObject, options: VerifyOptions): Promise<CheckResult> {
  const entries = asList(document.credentialStatus).filter(isJsonObject);
  if (entries.length === 0) return passed('status', 'no-status');
  if (entries.length > maxEntries)
    return failed('status', 'status-malformed', `There are more than ${maxEntries} status entries.`);
  for (const entry of entries) {
    const check = await checkEntry(entry, document, options);
    if (check.outcome !== 'passed') return check;
  }
  return passed('status');
}

const reversible = { revocation: 'revoked', suspension: 'suspended' } as const;

async function checkEntry(entry: JsonObject, document: JsonObject, options: VerifyOptions): Promise<CheckResult> {
  if (entry.type === '1EdTechRevocationList') return checkRevocationList(entry, document, options);
  if (entry.type !== BITSTRING_ENTRY)
    return unknown('status', 'status-type-unsupported', `${JSON.stringify(entry.type)} is not checked here.`);
  if (!isPlaceInList(entry)) return failed('status', 'status-malformed', 'The status entry is not a valid one.');
  const { statusPurpose, statusListIndex, statusListCredential: listUrl, statusSize } = entry;
  const known = statusPurpose === 'revocation' || statusPurpose === 'suspension';
  if (!known || !(statusSize === undefined || statusSize === 1)) {
    return unknown('status', 'status-purpose-unsupported', `The meaning of the status ${statusPurpose} is not known here.`);
  }
  const list = await readList(listUrl, issuerId(document), statusPurpose, options);
  if ('check' in list) return list;
  const index = Number(statusListIndex);
  if (index >= list.bits.length * 8)
    return unknown('status', 'status-index-out-of-range', `The list has no place ${statusListIndex}.`);
  return statusBit(list.bits, index) ? failed('status', reversible[statusPurpose]) : passed('status');
}

interface PlaceInList extends JsonObject {
  readonly statusPurpose: string;
  readonly statusListIndex: string;
  readonly statusListCredential: string;
}

/** Whether a `BitstringStatusListEntry` says where to look (Bitstring Status List §2.1). */
export function isPlaceInList(entry: JsonObject): entry is PlaceInList {
  const { statusPurpose, statusListIndex, statusListCredential: listUrl, id } = entry;
  const readable = typeof statusPurpose === 'string' && typeof statusListIndex === 'string' && /^\d{1,15}$/.test(statusListIndex);
  return readable && isUri(listUrl) && id !== listUrl;
}

async function readList(
  url: string,
  issuer: string,
  purpose: string,
  options: VerifyOptions,
): Promise<{ bits: Buffer } | CheckResult> {
  const resolved = await options.resolve(url);
  if (!resolved.ok) return unknown('status', 'status-list-unreachable', `${url}: ${resolved.detail ?? resolved.reason}`);
  const { domain: _domain, challenge: _challenge, ...forList } = options;
  const { document: list, checks } = await readSigned(resolved.document, forList);
  if (!list) return unknown('status', 'status-list-malformed', `${url} is not a JSON object.`);
  const fault = checks.find(({ outcome }) => outcome !== 'passed');
  if (!allPassed(checks))
    return unknown('status', 'status-list-unverified', `${url}: ${fault?.reason ?? ''} ${fault?.detail ?? ''}`.trim());
  // A genuine list of somebody else, or another list of the same issuer, says nothing about this credential.
  if (issuerId(list) !== issuer || (list.id !== undefined && list.id !== url)) {
    return unknown('status', 'status-list-of-another', `${url} answers with a list that is not the issuer's list of that name.`);
  }
  return readBits(list, purpose);
}

/** A list is a credential itself: with an embedded proof, or in a token. */
async function readSigned(
  document: unknown,
  options: VerifyOptions,
): Promise<{ readonly document?: JsonObject; readonly checks: readonly CheckResult[] }> {
  if (typeof document === 'string') return checkToken(document, options);
  return isJsonObject(document)
    ? { document, checks: await checkAuthenticity(document, options, heldListProofs) }
    : { checks: [] };
}

/** The list of revoked ids that issuers published before bitstrings (1EdTech Revocation List §2). It has no proof: its place vouches for it. */
async function checkRevocationList({ id: url }: JsonObject, document: JsonObject, options: VerifyOptions): Promise<CheckResult> {
  if (!isUri(url) || document.id === undefined)
    return failed('status', 'status-malformed', 'It does not say where the list is, or has no id to look for in it.');
  const resolved = await options.resolve(url);
  if (!resolved.ok) return unknown('status', 'status-list-unreachable', `${url}: ${resolved.detail ?? resolved.reason}`);
  const { document: list } = resolved;
  if (!isJsonObject(list) || !Array.isArray(list.revokedCredential))
    return unknown('status', 'status-list-malformed', `${url} is not a list of revoked credentials.`);
  if (issuerId(list) !== issuerId(document))
    return unknown('status', 'status-list-of-another', `${url} answers with a list that is not the issuer's.`);
  const entry = asList(list.revokedCredential)
    .filter(isJsonObject)
    .find(({ id }) => id === document.id);
  return entry && entry.revoked !== false ? failed('status', 'revoked') : passed('status');
}

function readBits(list: JsonObject, purpose: string): { bits: Buffer } | CheckResult {
  const subject: JsonValue | undefined = list.credentialSubject;
  const typed = asList(list.type).includes('BitstringStatusListCredential');
  if (!typed || !isJsonObject(subject) || !asList(subject.type).includes('BitstringStatusList')) {
    return unknown('status', 'status-list-malformed', 'The list is not a bitstring status list.');
  }
  if (!asList(subject.statusPurpose).includes(purpose)) {
    return unknown('status', 'status-list-purpose', `The list is not about ${purpose}.`);
  }
  return unpack(subject.encodedList);
}

function unpack(encoded: JsonValue | undefined): { bits: Buffer } | CheckResult {
  const text = typeof encoded === 'string' ? encoded : '';
  const kept = unpacked.get(text);
  if (kept) return { bits: kept };
  const decoded = decodeStatusBits(encoded);
  if (!decoded.ok) return unknown('status', decoded.reason);
  unpacked.set(text, decoded.bits, text.length + decoded.bits.length);
  return decoded;
}
