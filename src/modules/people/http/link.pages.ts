import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { PersonIfAny, PublicAccess, type SignedIn } from '../../../platform/http/access.js';
import { tryForm } from '../../../platform/http/form-controls.js';
import { HtmlPages, page, type PageAnswer, seeOther } from '../../../platform/http/page.js';
import { FIRST_STEPS } from '../domain/next-address.js';
import { UseLink } from '../use-cases/use-link.js';
import type { Visitor } from '../use-cases/visitor.js';
import { CurrentVisitor } from './current-visitor.js';
import { LinkForm } from './forms.dto.js';
import { type KeptWay, Way } from './kept-way.js';
import { addressConfirmedPage, linkNotValidPage, linkPage } from './pages/link-page.js';
import { AnswerCookie, type SessionCookie } from './session-cookie.js';

/**
 * Links that arrive by mail. Opening one only shows a button: mail scanners and previews open links too, and must not use
 * them up. The button sends the token in the body, so it is in no address from then on.
 */
@Controller('sign-in/link')
@PublicAccess()
@HtmlPages()
export class LinkPages {
  constructor(private readonly useLink: UseLink) {}

  @Get(':token')
  async showLink(@Param('token') token: string): Promise<PageAnswer> {
    const attempt = await tryForm(() => this.useLink.look(token));
    if ('faults' in attempt) return page(linkNotValidPage(attempt.faults), attempt.faults.status);
    return page(linkPage({ ...attempt.result, token }));
  }

  @Post()
  async sendLink(
    @Body() { token, newPassword }: LinkForm,
    @CurrentVisitor() visitor: Visitor,
    @PersonIfAny() previous: SignedIn | null,
    @Way() way: KeptWay,
    @AnswerCookie() cookie: SessionCookie,
  ): Promise<PageAnswer> {
    const replaces = previous?.sessionId ?? null;
    const attempt = await tryForm(() =>
      this.useLink.run({ token, ...(newPassword === undefined ? {} : { newPassword }), visitor, replaces }),
    );
    if ('result' in attempt) {
      if (!attempt.result) return page(addressConfirmedPage());
      const address = way.take();
      cookie.set(attempt.result.token);
      return seeOther(attempt.result.purpose === 'first-administrator' ? FIRST_STEPS : address);
    }
    const again = await tryForm(() => this.useLink.look(token));
    if ('faults' in again) return page(linkNotValidPage(again.faults), again.faults.status);
    return page(linkPage({ ...again.result, token, faults: attempt.faults }), attempt.faults.status);
  }
}
