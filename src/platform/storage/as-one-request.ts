import type { Actor } from '../http/access.js';

/** The content belongs to what an Idempotency-Key stands for; the guard that hashed the request had not read it yet. */
export function asOneRequest({ idempotency, ...actor }: Actor, sha256: string): Actor {
  if (!idempotency) return actor;
  return { ...actor, idempotency: { ...idempotency, requestHash: `${idempotency.requestHash} ${sha256}` } };
}
