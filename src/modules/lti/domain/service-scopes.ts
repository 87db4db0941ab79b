const AGS = 'https://purl.imsglobal.org/spec/lti-ags/scope/';

/** What services of a platform Cairn uses (AGS 2.0 §3.1, NRPS 2.0 §2.2, Platform Notification Service 1.0 §3). */
export const SERVICE_SCOPES = {
  lineItems: `${AGS}lineitem`,
  results: `${AGS}result.readonly`,
  scores: `${AGS}score`,
  notices: 'https://purl.imsglobal.org/spec/lti/scope/noticehandlers',
  roster: 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
} as const;

type ServiceScope = (typeof SERVICE_SCOPES)[keyof typeof SERVICE_SCOPES];

export const ALL_SERVICE_SCOPES: readonly ServiceScope[] = Object.values(SERVICE_SCOPES);
