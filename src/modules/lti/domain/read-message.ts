import { canParseUrl } from '../../../platform/can-parse-url.js';
import { matchesHash } from '../../../platform/secrets.js';
import { CLAIMS, MESSAGE_TYPES, type MessageKind } from './claim-names.js';
import { ClaimReader, isObject, MAX_ID, RefusedClaim } from './claim-reader.js';
import type { DeepLinkingSettings, GradeService, LtiMessage, MessageContext, NoticeService, PlatformPerson } from './message.js';
import type { LtiRefusal, LtiRefusalCode } from './refusal.js';
import { checkToken, type ExpectedParties } from './token-security.js';

/** What the login and the registration say a message has to be. */
export interface Expected extends ExpectedParties {
  /** Of the nonce that the login sent along; it itself is kept nowhere. */
  nonceHash: string;
  /** Of this program: a message leads nowhere else. */
  origin: string;
}

export type ReadMessage = { ok: true; message: LtiMessage } | { ok: false; refusal: LtiRefusal };

const UNSUBSTITUTED = /^\$[A-Za-z]/;

/**
 * Reads the payload of a token whose signature holds (Security Framework 1.1 §5.1.3; LTI Core 1.3 §5.3, §5.4). The first thing that is
 * wrong is the answer. Unknown claims, roles and types of contexts are passed over; a known claim of a wrong form is refused.
 */
export function readMessage(payload: unknown, expected: Expected): ReadMessage {
  try {
    if (!isObject(payload)) return refuse('token_malformed');
    const claims = new ClaimReader(payload);
    const refusal = checkToken(claims, expected) ?? checkNonce(claims, expected);
    return refusal ? { ok: false, refusal } : { ok: true, message: readClaims(claims, expected) };
  } catch (error) {
    if (error instanceof RefusedClaim) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

function refuse(code: LtiRefusalCode, claim?: string): { ok: false; refusal: LtiRefusal } {
  return { ok: false, refusal: claim === undefined ? { code } : { code, claim } };
}

function checkNonce(claims: ClaimReader, { nonceHash }: Expected): LtiRefusal | null {
  return matchesHash(claims.text('nonce'), nonceHash) ? null : { code: 'nonce_wrong', claim: 'nonce' };
}

function readClaims(claims: ClaimReader, { origin }: Expected): LtiMessage {
  if (claims.text(CLAIMS.version) !== '1.3.0') throw new RefusedClaim({ code: 'version_unsupported', claim: CLAIMS.version });
  const kind = readKind(claims);
  const targetLinkUri = claims.text(CLAIMS.targetLinkUri);
  if (!canParseUrl(targetLinkUri) || new URL(targetLinkUri).origin !== origin)
    throw new RefusedClaim({ code: 'target_foreign', claim: CLAIMS.targetLinkUri });
  const custom = readCustom(claims.optionalGroup(CLAIMS.custom));
  const resourceLink = readResourceLink(claims, kind, custom);
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
    noticeService: readNoticeService(claims),
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
    copiedFrom: idsIn(custom['context_id_history']),
  };
}

/** The nearest first (LTI Core 1.3 §5.4.6, Appendix D). */
function idsIn(history = ''): string[] {
  return history.split(',').flatMap((id) => id.trim() || []);
}

function readResourceLink(
  claims: ClaimReader,
  kind: MessageKind,
  custom: Readonly<Record<string, string>>,
): LtiMessage['resourceLink'] {
  const isNeeded = kind === 'resource-link' || kind === 'submission-review';
  const link = isNeeded ? claims.group(CLAIMS.resourceLink) : claims.optionalGroup(CLAIMS.resourceLink);
  return (
    link && {
      id: link.text('id', MAX_ID),
      title: link.optionalText('title'),
      copiedFrom: idsIn(custom['resource_link_id_history']),
    }
  );
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

function readNoticeService(claims: ClaimReader): NoticeService | null {
  const service = claims.optionalGroup(CLAIMS.noticeService);
  if (!service) return null;
  return {
    url: service.optionalText('platform_notification_service_url'),
    scopes: service.optionalTexts('scope'),
    types: service.optionalTexts('notice_types_supported'),
  };
}

/** Only of the version that we speak; where none is named, it is. The launch does not need it: what leads nowhere counts as absent. */
function readMembershipsUrl(claims: ClaimReader): string | null {
  const service = claims.optionalGroup(CLAIMS.rosterService);
  const versions = service?.optionalTexts('service_versions') ?? [];
  const url = service?.optionalText('context_memberships_url') ?? null;
  return url !== null && canParseUrl(url) && (versions.length === 0 || versions.includes('2.0')) ? url : null;
}

function readDeepLinking(settings: ClaimReader): DeepLinkingSettings {
  const returnUrl = settings.text('deep_link_return_url');
  if (!canParseUrl(returnUrl) || !/^https?:$/.test(new URL(returnUrl).protocol)) throw settings.malformed('deep_link_return_url');
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
