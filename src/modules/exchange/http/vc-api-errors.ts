import type { ErrorForm } from '../../../platform/http/error-form.js';
import { presentProblem } from '../../../platform/http/problem-filter.js';

/** Bodies that no credential could come in are malformed requests to the VC-API, whatever HTTP calls them. */
const MALFORMED = new Set([413, 415]);

/** The VC-API tells refusals as RFC 9457 problem details too, but knows 400 alone for whatever is wrong with the input. */
export const vcApiErrors: ErrorForm = (type, particulars, requestId) => {
  const status = MALFORMED.has(type.status) ? 400 : type.status;
  return {
    status,
    contentType: 'application/problem+json; charset=utf-8',
    body: presentProblem({ ...type, status }, particulars, requestId),
  };
};
