import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { PersonIfAny, PublicAccess, type SignedIn } from '../../../platform/http/access.js';
import { tryForm } from '../../../platform/http/form-controls.js';
import { HtmlPages, page, type PageAnswer } from '../../../platform/http/page.js';
import { AnswerCookie, CurrentVisitor, type SessionCookie, type Visitor } from '../../people/index.js';
import { ReadClaim } from '../use-cases/accounts/read-claim.js';
import { SettleClaim } from '../use-cases/accounts/settle-claim.js';
import { LmsAccountForm } from './accounts.dto.js';
import { claimNotValidPage, claimPage, settledPage } from './pages/claim-page.js';

/** Where the letter leads that somebody asked for in an LMS. Opening it does nothing, so that previews of mail use nothing up. */
@Controller('lti/account')
@PublicAccess()
@HtmlPages()
export class LtiAccountPages {
  constructor(
    private readonly read: ReadClaim,
    private readonly settle: SettleClaim,
  ) {}

  @Get(':token')
  async showClaim(@Param('token') token: string, @PersonIfAny() session: SignedIn | null): Promise<PageAnswer> {
    const attempt = await tryForm(() => this.read.run(token));
    if ('faults' in attempt) return page(claimNotValidPage(attempt.faults), attempt.faults.status);
    return page(claimPage({ known: attempt.result, token, signedInAs: account(session) }));
  }

  @Post()
  @HttpCode(200)
  async sendClaim(
    @Body() form: LmsAccountForm,
    @CurrentVisitor() visitor: Visitor,
    @PersonIfAny() session: SignedIn | null,
    @AnswerCookie() cookie: SessionCookie,
  ): Promise<PageAnswer> {
    const attempt = await tryForm(() => this.settle.run({ ...form, visitor, session }));
    if ('result' in attempt) {
      if (attempt.result.step === 'own') cookie.set(attempt.result.sessionToken, false);
      return page(settledPage(attempt.result.step));
    }
    const again = await tryForm(() => this.read.run(form.token));
    if ('faults' in again) return page(claimNotValidPage(again.faults), again.faults.status);
    const shown = { known: again.result, token: form.token, signedInAs: account(session), faults: attempt.faults };
    return page(claimPage(shown), attempt.faults.status);
  }
}

/** What an LMS vouches for is not the account. */
function account(session: SignedIn | null): string | null {
  return session?.contextId === null ? session.personId : null;
}
