import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RawRoutes } from '../../../platform/http/raw-routes.js';
import { AnswerVerification } from './answer-verification.js';
import { formType, readDocument } from './read-brought.js';

/** Answers programs that send a credential as it is. Forms are left to the controller, and whoever says who they are to its guard. */
@Injectable()
export class ServeVerifications {
  constructor(
    routes: RawRoutes,
    private readonly answers: AnswerVerification,
  ) {
    routes.answerPost('/verify', (request, reply) => this.ofDocument(request, reply));
  }

  private ofDocument(request: FastifyRequest, reply: FastifyReply): false | Promise<true> {
    const { cookie, authorization, 'content-type': contentType = '' } = request.headers;
    if (cookie !== undefined || authorization !== undefined || formType(contentType)) return false;
    void reply.header('referrer-policy', 'same-origin');
    return this.answer(contentType, request, reply);
  }

  private async answer(contentType: string, request: FastifyRequest, reply: FastifyReply): Promise<true> {
    void reply.send(await this.answers.of(readDocument(request.body, contentType), request, reply));
    return true;
  }
}
