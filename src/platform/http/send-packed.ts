import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { covers } from './cached-answer.js';

const PACKINGS = ['br', 'gzip'] as const;
export type Packing = (typeof PACKINGS)[number];

interface Form {
  bytes: Buffer;
  /** Strong (RFC 9110 §8.8.3), and of this form only. */
  etag: string;
}

/** A public document in each form that it can be sent in. */
export interface Packed {
  contentType: string;
  plain: Form;
  packed: Partial<Record<Packing, Form>>;
}

export function formOf(bytes: Buffer): Form {
  return { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
}

/** Answers in the smallest form that is accepted, or that the browser has it already; gives the body. */
export function sendPacked(file: Packed, request: FastifyRequest, reply: FastifyReply): Buffer | undefined {
  const packing = PACKINGS.find((one) => file.packed[one] && accepts(request, one));
  const { bytes, etag } = (packing && file.packed[packing]) ?? file.plain;
  void reply.header('etag', etag);
  if (!reply.hasHeader('vary')) void reply.header('vary', 'accept-encoding');
  if (covers(request.headers['if-none-match'], etag)) {
    void reply.status(304);
    return undefined;
  }
  if (packing) void reply.header('content-encoding', packing);
  void reply.header('content-type', file.contentType);
  return bytes;
}

/** RFC 9110 §12.5.3; what is refused by `q=0` is not sent. */
function accepts({ headers }: FastifyRequest, packing: string): boolean {
  return [headers['accept-encoding'] ?? '']
    .flat()
    .flatMap((line) => line.split(','))
    .some((part) => {
      const [name, ...parameters] = part.split(';').map((text) => text.trim());
      return name === packing && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    });
}
