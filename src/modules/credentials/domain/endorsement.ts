import type { StatusListPlace } from './award.js';
import { dateTimeStamp, parseDateTimeStamp } from './date-time.js';
import { asList, isJsonObject, type JsonObject, type JsonValue } from './json.js';
import { credentialStatus, OPEN_BADGE_CONTEXTS } from './open-badge-credential.js';
import { newerThan } from './superseding-document.js';

/** What an institution says in favour of an achievement or of an issuer, as plain facts. */
export interface EndorsementFacts {
  /** Absolute URL of the endorsement. */
  readonly id: string;
  readonly endorser: { readonly id: string; readonly name: string; readonly url: string };
  /** The URL of the achievement, or the DID of the issuer, that is endorsed. */
  readonly subject: string;
  /** Why, in Markdown. */
  readonly comment: string;
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly status: StatusListPlace;
}

/** The unsigned EndorsementCredential (OB 3.0 §B.1.8). */
export function buildEndorsement({
  id,
  endorser,
  subject,
  comment,
  validFrom,
  validUntil,
  status,
}: EndorsementFacts): JsonObject {
  return {
    '@context': OPEN_BADGE_CONTEXTS.slice(0, 2),
    id,
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: `Endorsement by ${endorser.name}`,
    issuer: { id: endorser.id, type: ['Profile'], name: endorser.name, url: endorser.url },
    validFrom: dateTimeStamp(validFrom),
    validUntil: dateTimeStamp(validUntil),
    credentialSubject: { id: subject, type: ['EndorsementSubject'], endorsementComment: comment },
    credentialStatus: credentialStatus(status),
  };
}

/** The next form of an endorsement: the same words, with a newer `validFrom` and a place of its own in a status list. */
export function nextForm(earlier: JsonObject, now: Date, status: StatusListPlace): JsonObject {
  return { ...earlier, validFrom: newerThan(earlier['validFrom'], now), credentialStatus: credentialStatus(status) };
}

/** What can be read from an endorsement of anybody's. */
export interface ReadEndorsement {
  readonly subject: string;
  readonly endorser: string;
  readonly endorserName: string;
  readonly comment: string;
  readonly validUntil: Date | null;
}

/** A signed document that was taken in. */
export interface AcceptedEndorsement {
  readonly document: string;
  /** Names its page, if it was given on this Cairn. */
  readonly publicId: string | null;
}

/** As people read it, with where its document is. */
export interface ShownEndorsement extends ReadEndorsement {
  readonly url: string | null;
  readonly publicId: string | null;
}

/** What people are shown of documents that were taken in. */
export function shownEndorsements(accepted: readonly AcceptedEndorsement[]): ShownEndorsement[] {
  return accepted.flatMap(({ document: signed, publicId }) => {
    const document = JSON.parse(signed) as JsonObject;
    const read = readEndorsement(document);
    return read ? [{ ...read, url: text(document.id) ?? null, publicId }] : [];
  });
}

/** `undefined`: the document is no EndorsementCredential of one subject. Says nothing of its proof. */
export function readEndorsement(document: JsonObject): ReadEndorsement | undefined {
  const { type, issuer, credentialSubject, validUntil } = document;
  const [subject, ...others] = asList(credentialSubject);
  if (!asList(type).includes('EndorsementCredential') || !isJsonObject(subject) || others.length > 0) return undefined;
  const endorser = isJsonObject(issuer) ? issuer.id : issuer;
  if (typeof subject.id !== 'string' || typeof endorser !== 'string') return undefined;
  return {
    subject: subject.id,
    endorser,
    endorserName: text(isJsonObject(issuer) ? issuer.name : undefined) ?? endorser,
    comment: text(subject.endorsementComment) ?? '',
    validUntil: parseDateTimeStamp(validUntil) ?? null,
  };
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
