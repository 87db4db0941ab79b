import type { AnnouncedDates } from '../../enrollment/domain/course-days.js';
import { CLAIMS } from './claim-names.js';
import type { DeepLinkingSettings } from './message.js';
import { type Target, TARGET_PARAMETER, writeTarget } from './target.js';

/** What somebody chose for their course. */
export interface ChosenLink {
  target: Target;
  title: string;
  /** What it is, in a line. */
  text: string;
}

/** With the dates of the course that its people have to keep, if there are any. */
export interface DatedLink extends ChosenLink {
  dates: AnnouncedDates | null;
}

export interface ResponseFacts {
  clientId: string;
  issuer: string;
  deploymentId: string;
  settings: DeepLinkingSettings;
  /** Where links lead: one address for all, because platforms ask for the exact one. */
  launchAddress: string;
  logoAddress: string;
  chosen: readonly DatedLink[];
  now: Date;
  nonce: string;
  jti: string;
}

/** Points that every link has in the platform's gradebook: Cairn sends percent. */
export const SCORE_MAXIMUM = 100;
const GOOD_FOR_S = 300;
/** In pixels; it is drawn, and sharp at any size. */
const ICON_SIZE = 64;

/** Why a request for links cannot be answered by us, if it cannot. */
export function unanswerable({ acceptTypes }: DeepLinkingSettings): boolean {
  return !acceptTypes.includes('ltiResourceLink');
}

/** The claims of the answer to a request for links (Deep Linking 2.0 §4.5). None chosen: they changed their mind. */
export function deepLinkingResponse(facts: ResponseFacts): Record<string, unknown> {
  const { clientId, issuer, deploymentId, settings, now, nonce, jti } = facts;
  const seconds = Math.floor(now.getTime() / 1_000);
  return {
    iss: clientId,
    aud: issuer,
    iat: seconds,
    exp: seconds + GOOD_FOR_S,
    nonce,
    jti,
    [CLAIMS.deploymentId]: deploymentId,
    [CLAIMS.messageType]: 'LtiDeepLinkingResponse',
    [CLAIMS.version]: '1.3.0',
    [CLAIMS.contentItems]: facts.chosen.map((link) => contentItem(link, facts)),
    ...(settings.data === null ? {} : { [CLAIMS.deepLinkingData]: settings.data }),
  };
}

/** Work that a teacher can open from the gradebook (Submission Review 1.0); of a page or a quiz there is none. */
const REVIEWED: ReadonlySet<Target['kind']> = new Set(['micro-credential', 'project']);

/** Deep Linking 2.0 §3.2. A line item goes along unless the platform says that it wants none. */
function contentItem({ target, title, text, dates }: DatedLink, { settings, launchAddress, logoAddress }: ResponseFacts) {
  const written = writeTarget(target);
  const submissionReview = { reviewableStatus: ['Submitted', 'Completed'], url: launchAddress };
  const lineItem = {
    scoreMaximum: SCORE_MAXIMUM,
    label: title,
    resourceId: written,
    tag: target.kind,
    ...(REVIEWED.has(target.kind) ? { submissionReview } : {}),
  };
  return {
    type: 'ltiResourceLink',
    title,
    text,
    url: launchAddress,
    icon: { url: logoAddress, width: ICON_SIZE, height: ICON_SIZE },
    custom: { [TARGET_PARAMETER]: written },
    ...(settings.acceptLineItem ? { lineItem } : {}),
    ...(dates ? spansOf(target.kind, dates) : {}),
  };
}

/** Work is handed in for a project alone: nothing else is ever due. */
function spansOf(kind: Target['kind'], { opensAt, endsAt, dueAt }: AnnouncedDates) {
  const available = {
    ...(opensAt ? { startDateTime: opensAt.toISOString() } : {}),
    ...(endsAt ? { endDateTime: endsAt.toISOString() } : {}),
  };
  return {
    ...(opensAt || endsAt ? { available } : {}),
    ...(dueAt && REVIEWED.has(kind) ? { submission: { endDateTime: dueAt.toISOString() } } : {}),
  };
}
