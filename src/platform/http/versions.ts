import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from './problem.js';
import { versionChanged, versionRequired } from './problems.js';

/** The version that the caller last saw, from If-Match (RFC 9110 §13.1.1). Missing is 428: a lost update must not be possible. */
export const ExpectedVersion = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (!header) throw new Problem(versionRequired, { detail: 'Send If-Match with the ETag you last saw.' });
  const version = /^(?:W\/)?"v(\d{1,9})(?:-[^"]*)?"$/.exec(header)?.[1];
  if (!version) throw new Problem(versionChanged, { detail: 'The If-Match header is not an ETag of this resource.' });
  return Number(version);
});

export function refuseStale(current: number, expected: number): void {
  if (current === expected) return;
  throw new Problem(versionChanged, {
    detail: 'It was changed since you last saw it. Fetch it again, look at the difference, and repeat your change.',
    facts: { currentVersion: current },
  });
}

export function etagOf(version: number): string {
  return `"v${version}"`;
}
