import { type ArgumentsHost, BadRequestException, Catch, HttpException, PayloadTooLargeException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerPage } from '../../../platform/http/pages/answer-page.js';
import { ProblemFilter } from '../../../platform/http/problem-filter.js';
import { verifyPage } from './pages/verify-page.js';
import { wordsIn } from './pages/words.js';
import { formType } from './read-brought.js';
import { wantsPage } from './wants-page.js';

/**
 * Who sends the form of the verify page with more than is read is told so on the page. The upload is broken off before the controller sees
 * it, and with it whatever else was typed.
 */
@Catch(PayloadTooLargeException, BadRequestException)
export class VerifyFormFilter extends ProblemFilter {
  override catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const form = formType(request.headers['content-type'] ?? '');
    if (form !== 'multipart/form-data' || !wantsPage(request.headers.accept)) {
      this.answer(error, host);
      return;
    }
    const reply = http.getResponse<FastifyReply>();
    const status = error instanceof HttpException ? error.getStatus() : 400;
    const fault = status === 413 || isTooLong(error) ? 'too-large' : 'nothing-brought';
    const field = status === 413 ? 'file' : 'credential';
    const page = verifyPage({ complaint: { field, says: (language) => wordsIn(language).verify.faults[fault] } });
    void reply
      .status(status)
      .header('referrer-policy', 'same-origin')
      .send(answerPage(request, reply, page));
  }
}

/** The parser has one type for all that it refuses. */
function isTooLong(error: unknown): boolean {
  return error instanceof Error && /too (long|large)/i.test(error.message);
}
