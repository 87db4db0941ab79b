const LTI = 'https://purl.imsglobal.org/spec/lti/claim/';

/** Names of claims (LTI Core 1.3 §5.3 and §5.4; Deep Linking 2.0 §4.4; AGS 2.0 §3.1; NRPS 2.0 §3.6.1.1). */
export const CLAIMS = {
  messageType: `${LTI}message_type`,
  version: `${LTI}version`,
  deploymentId: `${LTI}deployment_id`,
  targetLinkUri: `${LTI}target_link_uri`,
  resourceLink: `${LTI}resource_link`,
  roles: `${LTI}roles`,
  context: `${LTI}context`,
  platform: `${LTI}tool_platform`,
  presentation: `${LTI}launch_presentation`,
  lis: `${LTI}lis`,
  custom: `${LTI}custom`,
  forUser: `${LTI}for_user`,
  deepLinkingSettings: 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings',
  contentItems: 'https://purl.imsglobal.org/spec/lti-dl/claim/content_items',
  deepLinkingData: 'https://purl.imsglobal.org/spec/lti-dl/claim/data',
  deepLinkingMessage: 'https://purl.imsglobal.org/spec/lti-dl/claim/msg',
  gradeService: 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
  notice: `${LTI}notice`,
  originContexts: `${LTI}origin_contexts`,
  rosterService: 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
  noticeService: `${LTI}platformnotificationservice`,
} as const;

/** Messages that are understood, by the `message_type` of their standards. */
export const MESSAGE_TYPES = {
  LtiResourceLinkRequest: 'resource-link',
  LtiDeepLinkingRequest: 'deep-linking',
  LtiSubmissionReviewRequest: 'submission-review',
  DataPrivacyLaunchRequest: 'data-privacy',
} as const;

export type MessageKind = (typeof MESSAGE_TYPES)[keyof typeof MESSAGE_TYPES];
