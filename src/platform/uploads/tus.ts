import {
  applyDecorators,
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { Problem } from '../http/problem.js';
import { invalidFields } from '../http/problems.js';
import { uploadVersion } from './problems.js';
import type { Declared } from './start-upload.js';
import { type Read, readBytes, readMetadata, writeMetadata } from './tus-headers.js';
import { presentUpload, type UploadView } from './upload.dto.js';
import type { Upload } from './upload.js';

export const TUS_VERSION = '1.0.0';
const READING = new Set(['GET', 'HEAD']);

/** Says which version of tus is spoken, whatever the answer, and refuses others (tus 1.0.0, Tus-Resumable). */
@Injectable()
class SpeaksTus implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const { headers, method } = http.getRequest<FastifyRequest>();
    void http.getResponse<FastifyReply>().headers({ 'tus-resumable': TUS_VERSION, 'tus-version': TUS_VERSION });
    // Who only looks may be no tus client at all.
    const spoken = headers['tus-resumable'] ?? (READING.has(method) ? TUS_VERSION : undefined);
    if (spoken !== TUS_VERSION) {
      throw new Problem(uploadVersion, { detail: `Send Tus-Resumable: ${TUS_VERSION}.`, facts: { versions: [TUS_VERSION] } });
    }
    return next.handle();
  }
}

const header = (name: string, description: string, required = true) =>
  ApiHeader({ name, required, description, schema: { type: 'string' } });

/** The scope of the route that opens an upload is not the one that its bytes are sent with. */
export const NeedsScope = (description: string) => ApiResponse({ status: 403, description });

/** A route of the tus protocol. */
export const Tus = () =>
  applyDecorators(
    UseInterceptors(SpeaksTus),
    header('Tus-Resumable', TUS_VERSION, false),
    ApiResponse({ status: 412, description: 'Another version of tus, or none.' }),
  );

/** A route that opens an upload (tus 1.0.0, Creation). The answer's Location is where the bytes go. */
export const StartsUpload = () =>
  applyDecorators(
    Tus(),
    NeedsScope('An API token needs the scope of this route, and `files:write` to send the bytes.'),
    header('Upload-Length', 'Bytes of the whole file.'),
    header('Upload-Metadata', '`filename` and its value in Base64.'),
  );

/** What an upload is said to be, by `Upload-Length` and `Upload-Metadata`. */
export const DeclaredUpload = createParamDecorator((_: unknown, context: ExecutionContext): Declared => {
  const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
  const bytes = valueOf('Upload-Length', readBytes(one(headers['upload-length'])));
  const metadata = valueOf('Upload-Metadata', readMetadata(one(headers['upload-metadata'])));
  const name = metadata.get('filename') ?? metadata.get('name');
  if (!name) refuse('Upload-Metadata', 'has no filename');
  return { name, bytes };
});

/** The value, or `request.invalid_fields` with the header's name. */
export function valueOf<Value>(name: string, read: Read<Value>): Value {
  return read.ok ? read.value : refuse(name, read.fault);
}

function refuse(field: string, fault: string): never {
  throw new Problem(invalidFields, { errors: [{ field, code: 'format', detail: `${field} ${fault}.` }] });
}

export function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value;
}

/** What tus says of an upload beside the body. */
export function tellUpload(reply: FastifyReply, upload: Upload): void {
  void reply.headers({
    'upload-offset': String(upload.received),
    'upload-length': String(upload.bytes),
    'upload-metadata': writeMetadata(upload.name),
    'upload-expires': upload.expiresAt.toUTCString(),
  });
}

/** Answers that an upload was opened, and where. */
export function openedUpload(reply: FastifyReply, upload: Upload): UploadView {
  tellUpload(reply, upload);
  void reply.header('location', `/api/v1/uploads/${upload.id}`);
  return presentUpload(upload);
}
