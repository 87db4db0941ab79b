import { StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.js';
import { frameOriginsOf } from '../http/security-headers.js';
import type { FileStore } from './file-store.js';
import { planDelivery } from './plan-delivery.js';
import { rangeNotSatisfiable } from './problems.js';
import type { StoredFile } from './stored-file.entity.js';

interface SendFile {
  files: Pick<FileStore, 'open' | 'openVerified'>;
  file: StoredFile;
  request: FastifyRequest;
  /** Injected with `@Res({ passthrough: true })`. */
  reply: FastifyReply;
  /** Lets the browser show pictures, PDF, audio and video; everything else is downloaded all the same. */
  inline?: boolean;
}

/**
 * Answers a request for a stored file; the controller returns what this gives. Access was decided before.
 * A whole file is compared with its SHA-256 on the way, and the connection breaks rather than end with wrong bytes.
 */
export async function sendFile({ files, file, request, reply, inline }: SendFile): Promise<StreamableFile | undefined> {
  const { 'if-none-match': ifNoneMatch, 'if-range': ifRange, range: wanted } = request.headers;
  const plan = planDelivery(file, {
    ifNoneMatch,
    range: wanted,
    ifRange: ifRange as string | undefined,
    inline,
    frameOrigins: frameOriginsOf(reply.getHeader('content-security-policy')),
  });
  void reply.headers(plan.headers);
  if (plan.status === 416) throw new Problem(rangeNotSatisfiable, { detail: `The file has ${file.bytes} bytes.` });
  void reply.status(plan.status);
  if (plan.status === 304) return undefined;
  return new StreamableFile(plan.range ? await files.open(file, plan.range) : await files.openVerified(file));
}
