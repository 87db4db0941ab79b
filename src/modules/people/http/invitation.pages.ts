import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { PersonIfAny, PublicAccess, type SignedIn } from '../../../platform/http/access.js';
import { tryForm } from '../../../platform/http/form-controls.js';
import { HtmlPages, page, type PageAnswer, seeOther } from '../../../platform/http/page.js';
import { AcceptInvitation } from '../use-cases/accept-invitation.js';
import { ReadInvitations } from '../use-cases/read-invitations.js';
import type { Visitor } from '../use-cases/visitor.js';
import { CurrentVisitor } from './current-visitor.js';
import { InvitationForm } from './forms.dto.js';
import { type KeptWay, Way } from './kept-way.js';
import { invitationNotValidPage, invitationPage } from './pages/invitation-page.js';
import { AnswerCookie, type SessionCookie } from './session-cookie.js';

@Controller('invitations')
@PublicAccess()
@HtmlPages()
export class InvitationPages {
  constructor(
    private readonly readInvitations: ReadInvitations,
    private readonly accept: AcceptInvitation,
  ) {}

  @Get(':token')
  async showInvitation(@Param('token') token: string, @PersonIfAny() person: SignedIn | null): Promise<PageAnswer> {
    const attempt = await tryForm(() => this.readInvitations.byToken(token));
    if ('faults' in attempt) return page(invitationNotValidPage(attempt.faults), attempt.faults.status);
    const offer = attempt.result;
    const shown = invitationPage({ offer, token, signedInAs: person?.personId ?? null });
    return page(shown, 200, offer.institution.language);
  }

  @Post('acceptance')
  async sendAcceptance(
    @Body() form: InvitationForm,
    @CurrentVisitor() visitor: Visitor,
    @PersonIfAny() session: SignedIn | null,
    @Way() way: KeptWay,
    @AnswerCookie() cookie: SessionCookie,
  ): Promise<PageAnswer> {
    const attempt = await tryForm(() => this.accept.run({ ...form, visitor, session }));
    if ('result' in attempt) {
      const address = way.take();
      cookie.set(attempt.result.opened.token);
      return seeOther(address);
    }
    const again = await tryForm(() => this.readInvitations.byToken(form.token));
    if ('faults' in again) return page(invitationNotValidPage(again.faults), again.faults.status);
    const signedInAs = session?.personId ?? null;
    const shown = invitationPage({ offer: again.result, ...form, signedInAs, faults: attempt.faults });
    return page(shown, attempt.faults.status, again.result.institution.language);
  }
}
