/** How a platform behaves where the standards leave room, or where it is known to differ. */
export interface Profile {
  family: string;
  /** Applies the checks that lenient platforms leave out. */
  strict: boolean;
  /** `numeric` ids are short and repeat on every site of that make. */
  ids: 'numeric' | 'opaque';
  login: { method: 'GET' | 'POST'; clientId: boolean; deploymentId: boolean; hint: 'plain' | 'awkward' | 'json' };
  singleUseHints: boolean;
  idToken: { seconds: number; audience: 'text' | 'list'; azp: boolean };
  contextType: 'CourseOffering' | 'CourseSection' | 'Group';
  resourceLinkHistory: boolean;
  /** Service addresses in `custom`, the LTI 1.1 outcome claim, `lti1p1`, `ext`. */
  oldExtras: boolean;
  registration: { activation: 'at once' | 'by hand'; deploymentId: boolean };
  /** The audience of client assertions is told apart from the token endpoint by `authorization_server`. */
  ownTokenAudience: boolean;
  tokenSeconds: number;
  queryInUrls: boolean;
  exactMediaTypes: boolean;
  scores: {
    /** A new score has to be later than the last by this measure; `any` takes every order. */
    later: 'any' | 'by milliseconds' | 'by whole seconds';
    /** What a post without `scoreGiven` does to the grade (AGS 2.0 §3.4.3 says it clears it). */
    without: 'clears' | 'keeps';
    /** What becomes of `scoreGiven` while grading is not over. */
    partial: 'clears' | 'is ignored' | 'counts';
    subSeconds: boolean;
    /** Milliseconds that a time may lie ahead of the clock here. */
    ahead: number;
    ungradable: 400 | 403 | 404;
    reply: 'nothing' | 'empty' | 'result';
  };
  roster: { shortRoles: boolean; pageSize: number; differences: boolean };
  lineItemsPageSize: number;
  storage: boolean;
  notices: boolean;
}

const strict: Profile = {
  family: 'strict',
  strict: true,
  ids: 'opaque',
  login: { method: 'POST', clientId: true, deploymentId: true, hint: 'awkward' },
  singleUseHints: true,
  idToken: { seconds: 300, audience: 'list', azp: true },
  contextType: 'Group',
  resourceLinkHistory: true,
  oldExtras: false,
  registration: { activation: 'by hand', deploymentId: true },
  ownTokenAudience: true,
  tokenSeconds: 300,
  queryInUrls: true,
  exactMediaTypes: true,
  scores: {
    later: 'by milliseconds',
    without: 'clears',
    partial: 'is ignored',
    subSeconds: true,
    ahead: 60_000,
    ungradable: 403,
    reply: 'nothing',
  },
  roster: { shortRoles: false, pageSize: 50, differences: true },
  lineItemsPageSize: 2,
  storage: false,
  notices: true,
};

const lenient: Profile = {
  ...strict,
  family: 'lenient',
  strict: false,
  login: { method: 'GET', clientId: true, deploymentId: false, hint: 'plain' },
  singleUseHints: false,
  idToken: { seconds: 3600, audience: 'text', azp: false },
  contextType: 'CourseSection',
  registration: { activation: 'at once', deploymentId: true },
  ownTokenAudience: false,
  tokenSeconds: 3600,
  queryInUrls: false,
  exactMediaTypes: false,
  scores: {
    later: 'any',
    without: 'keeps',
    partial: 'counts',
    subSeconds: false,
    ahead: Number.POSITIVE_INFINITY,
    ungradable: 400,
    reply: 'result',
  },
  roster: { shortRoles: false, pageSize: 1000, differences: false },
  lineItemsPageSize: 100,
  notices: false,
};

const moodle: Profile = {
  ...strict,
  family: 'moodle',
  ids: 'numeric',
  login: { method: 'POST', clientId: true, deploymentId: true, hint: 'json' },
  idToken: { seconds: 60, audience: 'text', azp: false },
  contextType: 'CourseSection',
  resourceLinkHistory: false,
  oldExtras: true,
  ownTokenAudience: false,
  tokenSeconds: 3600,
  scores: {
    later: 'by whole seconds',
    without: 'clears',
    partial: 'clears',
    subSeconds: false,
    ahead: Number.POSITIVE_INFINITY,
    ungradable: 400,
    reply: 'empty',
  },
  roster: { shortRoles: true, pageSize: 50, differences: false },
  lineItemsPageSize: 100,
  notices: false,
};

/** One issuer for all who use it: the deployment is learnt from the first launch. */
const sharedIssuer: Profile = {
  ...strict,
  family: 'canvas',
  login: { method: 'POST', clientId: true, deploymentId: true, hint: 'plain' },
  idToken: { seconds: 3600, audience: 'text', azp: true },
  contextType: 'CourseOffering',
  registration: { activation: 'by hand', deploymentId: false },
  ownTokenAudience: false,
  queryInUrls: false,
};

const storage: Profile = { ...sharedIssuer, storage: true };

export const profiles = { lenient, strict, moodle, 'shared-issuer': sharedIssuer, storage } as const;
export type ProfileName = keyof typeof profiles;
