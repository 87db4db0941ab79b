/** The names of the standards, written out here on purpose: a platform that shares no word with the tool finds its misspellings. */
export const LTI = 'https://purl.imsglobal.org/spec/lti/claim/';
export const DL = 'https://purl.imsglobal.org/spec/lti-dl/claim/';
export const AGS = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint';
export const NRPS = 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice';
export const OUTCOME = 'https://purl.imsglobal.org/spec/lti-bo/claim/basicoutcome';
export const TOOL_CONFIGURATION = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
export const PLATFORM_CONFIGURATION = 'https://purl.imsglobal.org/spec/lti-platform-configuration';

export const scopes = {
  lineItem: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  lineItemReadOnly: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly',
  score: 'https://purl.imsglobal.org/spec/lti-ags/scope/score',
  result: 'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly',
  roster: 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
  notices: 'https://purl.imsglobal.org/spec/lti/scope/noticehandlers',
} as const;

export const mediaTypes = {
  lineItems: 'application/vnd.ims.lis.v2.lineitemcontainer+json',
  lineItem: 'application/vnd.ims.lis.v2.lineitem+json',
  score: 'application/vnd.ims.lis.v1.score+json',
  results: 'application/vnd.ims.lis.v2.resultcontainer+json',
  roster: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json',
} as const;

export const messageTypes = {
  resourceLink: 'LtiResourceLinkRequest',
  deepLinking: 'LtiDeepLinkingRequest',
  submissionReview: 'LtiSubmissionReviewRequest',
  dataPrivacy: 'DataPrivacyLaunchRequest',
} as const;
export type MessageKind = keyof typeof messageTypes;

const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const INSTITUTION = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person';
const SYSTEM = 'http://purl.imsglobal.org/vocab/lis/v2/system/person';

/** What a test calls a role, and the address that the vocabulary gives it (LTI Core 1.3 A.2). */
export const roles = {
  Learner: `${MEMBERSHIP}#Learner`,
  Instructor: `${MEMBERSHIP}#Instructor`,
  Administrator: `${MEMBERSHIP}#Administrator`,
  ContentDeveloper: `${MEMBERSHIP}#ContentDeveloper`,
  Mentor: `${MEMBERSHIP}#Mentor`,
  TeachingAssistant: `${MEMBERSHIP}/Instructor#TeachingAssistant`,
  InstitutionAdministrator: `${INSTITUTION}#Administrator`,
  InstitutionStudent: `${INSTITUTION}#Student`,
  InstitutionFaculty: `${INSTITUTION}#Faculty`,
  SystemAdministrator: `${SYSTEM}#Administrator`,
  SystemUser: `${SYSTEM}#User`,
} as const;
export type Role = keyof typeof roles;

export type Claims = Record<string, unknown>;
