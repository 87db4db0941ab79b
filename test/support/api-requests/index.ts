import { assessmentRequests } from './assessment.js';
import { catalogRequests } from './catalog.js';
import { commentBankRequests } from './comment-bank.js';
import { credentialRequests } from './credentials.js';
import { endorsementRequests } from './endorsements.js';
import { enrollmentRequests } from './enrollment.js';
import { enrollmentImportRequests } from './enrollment-imports.js';
import { exchangeRequests } from './exchange.js';
import { historicRequests } from './historic.js';
import { learningRequests } from './learning.js';
import { letterRequests } from './letters.js';
import { ltiAccountRequests } from './lti-accounts.js';
import { ltiCourseRequests } from './lti-courses.js';
import { ltiScoreRequests } from './lti-scores.js';
import { ltiRequests } from './lti.js';
import { operationsRequests } from './operations.js';
import { peopleRequests } from './people.js';
import { reportingRequests } from './reporting.js';
import type { ApiRequests } from './request.js';
import { showcaseRequests } from './showcase.js';
import { uploadRequests } from './uploads.js';
import { webhookRequests } from './webhooks.js';

export type { ApiRequest } from './request.js';

/** One granted request for each operation of the API, by operation id. A new operation needs its line here. */
export const apiRequests: ApiRequests = {
  ...peopleRequests,
  ...catalogRequests,
  ...enrollmentRequests,
  ...enrollmentImportRequests,
  ...learningRequests,
  ...assessmentRequests,
  ...commentBankRequests,
  ...credentialRequests,
  ...endorsementRequests,
  ...historicRequests,
  ...exchangeRequests,
  ...reportingRequests,
  ...showcaseRequests,
  ...letterRequests,
  ...uploadRequests,
  ...webhookRequests,
  ...ltiAccountRequests,
  ...ltiCourseRequests,
  ...ltiScoreRequests,
  ...ltiRequests,
  ...operationsRequests,
};
