import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

/** The body of a PATCH of tus 1.0.0. */
export const UPLOAD_BODY = 'application/offset+octet-stream';

/** Leaves the bytes of an upload where they are: they are read by who keeps them, after it is known who sends them. */
@Injectable()
export class ReadUploadBody {
  constructor({ httpAdapter }: HttpAdapterHost) {
    const adapter = httpAdapter as HttpAdapterHost['httpAdapter'] | null;
    // Commands put the modules together without a server.
    adapter?.getInstance<FastifyInstance>().addContentTypeParser(UPLOAD_BODY, (_request, _payload, done) => done(null));
  }
}
