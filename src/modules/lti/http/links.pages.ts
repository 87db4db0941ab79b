import { Body, Controller, Get, HttpCode, Logger, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicAccess } from '../../../platform/http/access.js';
import { tryForm } from '../../../platform/http/form-controls.js';
import { HtmlPages, page, type PageAnswer } from '../../../platform/http/page.js';
import { letFormReach, letFrame } from '../../../platform/http/security-headers.js';
import { readTarget, type Target } from '../domain/target.js';
import { ChooseLinks } from '../use-cases/launch/choose-links.js';
import { explained } from './explained.js';
import { answerPage, shownPage } from './pages/answer-page.js';
import { wishedDates } from './pages/picker-dates.js';
import { BOX, pickerPage, type SentChoice } from './pages/picker-page.js';

/** Where who teaches chooses what links show. The ticket in the address is good for this choice alone, once. */
@Controller('lti/links')
@PublicAccess()
@HtmlPages()
export class LinksPages {
  private readonly log = new Logger('Lti');

  constructor(private readonly choose: ChooseLinks) {}

  @Get(':ticket')
  async look(
    @Param('ticket') ticket: string,
    @Query('q') q: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    return explained(this.log, request, reply, async () => {
      return this.picker(ticket, searched(q), reply);
    });
  }

  @Post()
  @HttpCode(200)
  async take(
    @Body() body: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    return explained(this.log, request, reply, async () => {
      const ticket = typeof body['ticket'] === 'string' ? body['ticket'] : '';
      const targets = body['decision'] === 'none' ? [] : chosenTargets(body);
      const attempt = await tryForm(() => this.choose.run(ticket, targets, (id) => wishedDates(body, id)));
      if ('faults' in attempt) return this.picker(ticket, searched(body['q']), reply, { body, targets, faults: attempt.faults });
      const chosen = attempt.result;
      letFrame(reply, chosen.registration.frameOrigins);
      if ('shown' in chosen) return page(shownPage());
      letFormReach(reply, new URL(chosen.returnUrl).origin);
      return page(answerPage(chosen));
    });
  }

  private async picker(ticket: string, q: string, reply: FastifyReply, sent?: SentChoice): Promise<PageAnswer> {
    const { launch, registration, ...choice } = await this.choose.look(ticket, q);
    letFrame(reply, registration.frameOrigins);
    const isMany = launch.message.deepLinking?.acceptMultiple ?? false;
    const shown = { ...choice, ticket, q, isMany, isLinking: launch.message.kind === 'deep-linking', sent };
    return page(pickerPage(shown), sent?.faults.status);
  }
}

function searched(q: unknown): string {
  return typeof q === 'string' ? q.trim().slice(0, 200) : '';
}

/** One by a radio button, or several, each by a box with a name of its own. */
function chosenTargets(body: Record<string, unknown>): Target[] {
  const boxes = Object.keys(body).flatMap((name) => (name.startsWith(BOX) ? [name.slice(BOX.length)] : []));
  const one = typeof body['target'] === 'string' ? [body['target']] : [];
  return [...one, ...boxes].flatMap((written) => readTarget(written) ?? []);
}
