import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { newId } from '../ids.js';
import { presentProblem } from './problem-filter.js';
import type { ProblemType } from './problem.js';
import { headersTooLarge, malformedRequest, tooSlow } from './problems.js';

const REFUSALS: Record<string, { type: ProblemType; detail: string }> = {
  HPE_HEADER_OVERFLOW: { type: headersTooLarge, detail: 'Address and headers may have 16 kB together.' },
  ERR_HTTP_REQUEST_TIMEOUT: { type: tooSlow, detail: 'Send it again, faster.' },
};

/** Answers bytes that Node could not read as a request: there is no request yet, so neither routes nor hooks see it. */
export function refuseUnreadable(error: Error & { code?: string }, socket: Socket): void {
  // Who reset the connection does not listen.
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { type, detail } = REFUSALS[error.code ?? ''] ?? { type: malformedRequest, detail: 'This is not an HTTP request.' };
  const body = JSON.stringify(presentProblem(type, { detail }, newId()));
  const head = [
    `HTTP/1.1 ${type.status} ${STATUS_CODES[type.status]}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
    "content-security-policy: default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options: nosniff',
    'x-frame-options: DENY',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
