import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../../platform/http/problem.js';
import { tellsIn, wishedLanguage } from '../../../platform/http/told-language.js';
import { networkOf } from '../../people/index.js';
import { notACredential } from '../problems.js';
import { VerifyBrought } from '../use-cases/verifying/verify-brought.js';
import type { VerificationView } from './credential.dto.js';
import { wordsIn } from './pages/words.js';
import { presentVerification } from './present-credential.js';
import type { ReadBrought } from './read-brought.js';

/** What programs are answered about a credential that they brought, whichever way they came. */
@Injectable()
export class AnswerVerification {
  constructor(private readonly verifyBrought: VerifyBrought) {}

  /** Throws `credentials.not_a_document` where nothing was brought that could be checked. */
  async of(read: ReadBrought, request: FastifyRequest, reply: FastifyReply): Promise<VerificationView> {
    if (!read.ok)
      throw new Problem(notACredential, {
        detail: wordsIn('en').verify.faults[read.fault],
        facts: { fault: read.fault },
      });
    const language = tellsIn(wishedLanguage(request), reply);
    return presentVerification(await this.verifyBrought.run(read.brought, networkOf(request.ip)), language);
  }
}
