/** Why a service of a platform did not do what it was asked for. */
export const SERVICE_PROBLEMS = [
  // No answer that is HTTP, in time.
  'unreachable',
  // 5xx, a redirect.
  'unavailable',
  // 429
  'slow_down',
  // A page, or a body that says nothing.
  'unreadable',
  // 401, though the token was new.
  'unauthorized',
  // The platform gives us no token at all.
  'token_refused',
  // It gives us one, and not for this.
  'scope_missing',
  // 403
  'forbidden',
  // 404, 410
  'not_found',
  // 409
  'conflict',
  // Any other 4xx.
  'rejected',
] as const;

export type ServiceProblem = (typeof SERVICE_PROBLEMS)[number];

export interface ServiceFailure {
  ok: false;
  problem: ServiceProblem;
  retryAfter: string | null;
}

const KNOWN: Readonly<Record<number, ServiceProblem>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  408: 'unavailable',
  409: 'conflict',
  410: 'not_found',
  425: 'slow_down',
  429: 'slow_down',
};

/** `null` for success. */
export function problemOf(status: number): ServiceProblem | null {
  if (status >= 200 && status < 300) return null;
  return KNOWN[status] ?? (status >= 400 && status < 500 ? 'rejected' : 'unavailable');
}
