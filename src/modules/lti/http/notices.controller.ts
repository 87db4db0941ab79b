import { Body, Controller, HttpCode, Logger, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { PublicAccess } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { RateLimits } from '../../../platform/http/rate-limits.js';
import { CurrentVisitor, type Visitor } from '../../people/index.js';
import { noticeNotBelieved, noticeNotProvable } from '../problems.js';
import { ReceiveNotice } from '../use-cases/notices/receive-notice.js';
import { RefusedMessage } from '../use-cases/launch/refused-message.js';

/** A term begins with the copies of many courses. */
const NOTICES = { name: 'lti-notices', points: 600, seconds: 60 };
const MOST = 50;

/** Where platforms send their notices (Platform Notification Service 1.0 §5). */
@ApiExcludeController()
@Controller('lti/notices')
@PublicAccess()
export class NoticesController {
  private readonly log = new Logger('Lti');

  constructor(
    private readonly receive: ReceiveNotice,
    private readonly limits: RateLimits,
  ) {}

  /** All of them are looked at; one that is not believed keeps no other from being taken. */
  @Post()
  @HttpCode(204)
  async take(@Body() body: unknown, @CurrentVisitor() { network }: Visitor, @Req() { id }: FastifyRequest): Promise<void> {
    await this.limits.spend(NOTICES, network);
    const refusals: RefusedMessage[] = [];
    for (const token of tokensOf(body)) {
      try {
        await this.receive.run(token);
      } catch (error) {
        if (!(error instanceof RefusedMessage)) throw error;
        const { refusal, registrationId } = error;
        this.log.warn({ what: 'lti notice refused', code: refusal.code, claim: refusal.claim, registrationId, request: id });
        refusals.push(error);
      }
    }
    // What could not be proved just now comes again; the rest then changes nothing.
    if (refusals.some(({ refusal }) => refusal.code === 'keys_unreachable')) throw new Problem(noticeNotProvable);
    const [first] = refusals;
    if (first) throw new Problem(noticeNotBelieved, { facts: { reason: first.refusal.code } });
  }
}

function tokensOf(body: unknown): string[] {
  const notices = (body as { notices?: unknown } | null | undefined)?.notices;
  const tokens = Array.isArray(notices) ? notices.map((one) => (one as { jwt?: unknown } | null)?.jwt) : [];
  const texts = tokens.filter((one): one is string => typeof one === 'string');
  if (texts.length === 0 || texts.length < tokens.length || texts.length > MOST)
    throw new Problem(noticeNotBelieved, { detail: `A list \`notices\` of 1 to ${MOST} objects with \`jwt\` is wanted.` });
  return texts;
}
