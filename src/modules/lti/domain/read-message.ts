import { matchesHash } from '../../../platform/secrets.js';
import { CLAIMS, MESSAGE_TYPES, type MessageKind } from './claim-names.js';
import { ClaimReader, isObject, MAX_ID, RefusedClaim } from './claim-reader.js';
import type { DeepLinkingSettings, GradeService, LtiMessage, MessageContext, PlatformPerson } from './message.js';
import type { LtiRefusal, LtiRefusalCode } from './refusal.js';

/** What the login and the registration say a message has to be. */
export interface Expected {
  issuer: string;
  clientId: string;
  /** Beside ours in `aud`; usually none. */
  trustedAudiences?: readonly string[];
  /** Of the nonce that the login sent along; it itself is kept nowhere. */
  nonceHash: string;
  /** Of this program: a message leads nowhere else. */
  origin: string;
  now: Date;
}

export type ReadMessage = { ok: true; message: LtiMessage } | { ok: false; refusal: LtiRefusal };

const SKEW_S = 60;
const OLDEST_S = 600;
const UNSUBSTITUTED = /^\$[A-Za-z]/;

/**
 * Reads the payload of a token whose signature holds (Security Framework 1.1 §5.1.3; LTI Core 1.3 §5.3, §5.4). The first thing that is
 * wrong is the answer. Unknown claims, roles and types of contexts are passed over; a known claim of a wrong form is refused.
 */
export function readMessage(payload: unknown, expected: Expected): ReadMessage {
  try {
    if (!isObject(payload)) return refuse('token_malformed');
    const claims = new ClaimReader(payload);
    const refusal = checkSecurity(claims, payload['aud'], expected);
    return refusal ? { ok: false, refusal } : { ok: true, message: readClaims(claims, expected) };
  } catch (error) {
    if (error instanceof RefusedClaim) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

function refuse(code: LtiRefusalCode, claim?: string): { ok: false; refusal: LtiRefusal } {
  return { ok: false, refusal: claim === undefined ? { code } : { code, claim } };
}

function checkSecurity(claims: ClaimReader, aud: unknown, expected: Expected): LtiRefusal | null {
  if (claims.text('iss') !== expected.issuer) return { code: 'issuer_wrong', claim: 'iss' };
  const audiences = typeof aud === 'string' ? [aud] : claims.texts('aud');
  if (!audiences.includes(expected.clientId)) return { code: 'audience_wrong', claim: 'aud' };
  const trusted = [expected.clientId, ...(expected.trustedAudiences ?? [])];
  if (audiences.some((audience) => !trusted.includes(audience))) return { code: 'audience_untrusted', claim: 'aud' };
  const party = claims.optionalText('azp');
  if (audiences.length > 1 && party === null) throw claims.missing('azp');
  if (party !== null && party !== expected.clientId) return { code: 'authorized_party_wrong', claim: 'azp' };
  const seconds = expected.now.getTime() / 1_000;
  const issued = claims.number('iat');
  if (claims.number('exp') <= seconds - SKEW_S) return { code: 'expired', claim: 'exp' };
  if (issued > seconds + SKEW_S) return { code: 'issued_in_the_future', claim: 'iat' };
  if (issued < seconds - OLDEST_S) return { code: 'expired', claim: 'iat' };
  if (!matchesHash(claims.text('nonce'), expected.nonceHash)) return { code: 'nonce_wrong', claim: 'nonce' };
  return null;
}

function readClaims(claims: ClaimReader, { origin }: Expected): LtiMessage {
  if (claims.text(CLAIMS.version) !== '1.3.0') throw new RefusedClaim({ code: 'version_unsupported', claim: CLAIMS.version });
  const kind = readKind(claims);
  const targetLinkUri = claims.text(CLAIMS.targetLinkUri);
  if (!URL.canParse(targetLinkUri) || new URL(targetLinkUri).origin !== origin)
    throw new RefusedClaim({ code: 'target_foreign', claim: CLAIMS.targetLinkUri });
  const resourceLink = readResourceLink(claims, kind);
  const custom = readCustom(claims.optionalGroup(CLAIMS.custom));
  const platform = claims.optionalGroup(CLAIMS.platform);
  const presentation = claims.optionalGroup(CLAIMS.presentation);
  const forUser = kind === 'submission-review' ? claims.group(CLAIMS.forUser) : null;
  const message: LtiMessage = {
    kind,
    deploymentId: claims.text(CLAIMS.deploymentId, MAX_ID),
    targetLinkUri,
    person: readPerson(claims),
    roles: kind === 'data-privacy' ? claims.optionalTexts(CLAIMS.roles) : claims.texts(CLAIMS.roles),
    context: readContext(claims, custom),
    resourceLink,
    custom,
    platform: {
      guid: platform?.optionalText('guid') ?? null,
      name: platform?.optionalText('name') ?? null,
      family: platform?.optionalText('product_family_code') ?? null,
    },
    presentation: {
      returnUrl: presentation?.optionalText('return_url') ?? null,
      locale: presentation?.optionalText('locale') ?? null,
    },
    gradeService: readGradeService(claims),
    membershipsUrl: readMembershipsUrl(claims),
    deepLinking: kind === 'deep-linking' ? readDeepLinking(claims.group(CLAIMS.deepLinkingSettings)) : null,
    forSubject: forUser?.text('user_id', MAX_ID) ?? null,
  };
  if (kind === 'submission-review' && !message.gradeService?.lineItemUrl)
    throw new RefusedClaim({ code: 'claim_missing', claim: `${CLAIMS.gradeService}.lineitem` });
  return message;
}

function readKind(claims: ClaimReader): MessageKind {
  const written = claims.text(CLAIMS.messageType);
  if (!Object.hasOwn(MESSAGE_TYPES, written))
    throw new RefusedClaim({ code: 'message_type_unsupported', claim: CLAIMS.messageType });
  return MESSAGE_TYPES[written as keyof typeof MESSAGE_TYPES];
}

function readPerson(claims: ClaimReader): PlatformPerson {
  if (!claims.has('sub')) throw new RefusedClaim({ code: 'anonymous', claim: 'sub' });
  return {
    subject: claims.text('sub', MAX_ID),
    name: claims.optionalText('name'),
    givenName: claims.optionalText('given_name'),
    familyName: claims.optionalText('family_name'),
    email: claims.optionalText('email'),
    locale: claims.optionalText('locale'),
  };
}

function readContext(claims: ClaimReader, custom: Readonly<Record<string, string>>): MessageContext | null {
  const context = claims.optionalGroup(CLAIMS.context);
  if (!context) return null;
  return {
    id: context.text('id', MAX_ID),
    title: context.optionalText('title'),
    label: context.optionalText('label'),
    copiedFrom: (custom['context_id_history'] ?? '').split(',').flatMap((id) => id.trim() || []),
  };
}

function readResourceLink(claims: ClaimReader, kind: MessageKind): LtiMessage['resourceLink'] {
  const isNeeded = kind === 'resource-link' || kind === 'submission-review';
  const link = isNeeded ? claims.group(CLAIMS.resourceLink) : claims.optionalGroup(CLAIMS.resourceLink);
  return link && { id: link.text('id', MAX_ID), title: link.optionalText('title') };
}

/** Some platforms put `null`, numbers and the names of variables that they do not know into it. */
function readCustom(custom: ClaimReader | null): Record<string, string> {
  const names = custom?.names() ?? [];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = custom?.raw(name);
      const isThere = typeof value === 'string' && value !== '' && value.length <= 4_096 && !UNSUBSTITUTED.test(value);
      return isThere ? [[name, value] as const] : [];
    }),
  );
}

function readGradeService(claims: ClaimReader): GradeService | null {
  const service = claims.optionalGroup(CLAIMS.gradeService);
  if (!service) return null;
  return {
    scopes: service.optionalTexts('scope'),
    lineItemsUrl: service.optionalText('lineitems'),
    lineItemUrl: service.optionalText('lineitem'),
  };
}

/** Only of the version that we speak; where none is named, it is. The launch does not need it: what leads nowhere counts as absent. */
function readMembershipsUrl(claims: ClaimReader): string | null {
  const service = claims.optionalGroup(CLAIMS.rosterService);
  const versions = service?.optionalTexts('service_versions') ?? [];
  const url = service?.optionalText('context_memberships_url') ?? null;
  return url !== null && URL.canParse(url) && (versions.length === 0 || versions.includes('2.0')) ? url : null;
}

function readDeepLinking(settings: ClaimReader): DeepLinkingSettings {
  const returnUrl = settings.text('deep_link_return_url');
  if (!URL.canParse(returnUrl) || !/^https?:$/.test(new URL(returnUrl).protocol))
    throw settings.malformed('deep_link_return_url');
  return {
    returnUrl,
    acceptTypes: settings.texts('accept_types'),
    acceptMultiple: settings.flag('accept_multiple') ?? false,
    // Some platforms take line items and do not say so.
    acceptLineItem: settings.flag('accept_lineitem') ?? true,
    acceptPresentationTargets: settings.texts('accept_presentation_document_targets'),
    data: settings.optionalText('data', 1_048_576),
  };
}
