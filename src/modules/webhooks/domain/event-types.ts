/**
 * What endpoints can hear of, by the name of the event; and which of its particulars are told besides the id of what it is about: ids and
 * plain facts that a receiver needs to ask the API for the rest, never a name, an address or a text that somebody wrote.
 */
export const WEBHOOK_EVENTS = {
  'enrollment.activated': ['offeringId', 'personId', 'from'],
  'enrollment.waitlisted': ['offeringId', 'personId'],
  'enrollment.withdrawn': ['offeringId', 'personId', 'from'],
  'enrollment.expired': ['offeringId', 'personId', 'from'],
  'enrollment.completed': ['offeringId', 'personId'],
  'enrollment.reopened': ['offeringId', 'personId'],
  'enrollment.transferred': ['fromOfferingId', 'toOfferingId', 'personId'],
  'enrollment.moved': ['fromEditionId', 'toEditionId'],
  'course.completed': ['courseId', 'personId', 'completedAt'],
  'attempt.submitted': ['enrollmentId', 'number'],
  'attempt.withdrawn': ['enrollmentId'],
  'assessment.passed': ['assessmentId', 'attemptId', 'corrects'],
  'assessment.returned': ['assessmentId', 'attemptId', 'corrects'],
  'assessment.failed': ['assessmentId', 'attemptId', 'corrects'],
  'credential.issued': ['enrollmentId', 'personId', 'editionId', 'assessmentId', 'historicAwardId'],
  'credential.suspended': [],
  'credential.reinstated': ['successorId'],
  'credential.revoked': [],
  'credential.expired': [],
  'credential.superseded': ['successorId'],
  'credential.reissued': ['supersedesId', 'enrollmentId', 'personId', 'editionId'],
  'edition.published': ['microCredentialId', 'number'],
  'offering.created': ['editionId'],
  'offering.changed': [],
  'offering.cancelled': [],
} as const satisfies Record<string, readonly string[]>;

export type WebhookEventType = keyof typeof WEBHOOK_EVENTS;

export const WEBHOOK_EVENT_TYPES = Object.keys(WEBHOOK_EVENTS) as WebhookEventType[];

/** Of a message that was asked for by hand, to try an endpoint. */
export const TEST_TYPE = 'webhook.test';

export function isWebhookEventType(type: string): type is WebhookEventType {
  return Object.hasOwn(WEBHOOK_EVENTS, type);
}
