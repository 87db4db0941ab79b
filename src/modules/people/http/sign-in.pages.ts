import { Body, Controller, Get, Inject, Optional, Post, Query } from '@nestjs/common';
import { PersonIfAny, PublicAccess, type SignedIn } from '../../../platform/http/access.js';
import { tryForm } from '../../../platform/http/form-controls.js';
import { HtmlPages, page, type PageAnswer, seeOther } from '../../../platform/http/page.js';
import { ownAddress } from '../domain/next-address.js';
import { EndSession } from '../use-cases/end-session.js';
import { RequestPasswordReset } from '../use-cases/request-password-reset.js';
import { SignIn } from '../use-cases/sign-in.js';
import type { Visitor } from '../use-cases/visitor.js';
import { CurrentVisitor } from './current-visitor.js';
import { NextQuery, PasswordResetForm, SignInForm } from './forms.dto.js';
import { type KeptWay, Way } from './kept-way.js';
import { passwordResetPage, resetOnItsWayPage } from './pages/password-reset-page.js';
import { signInPage } from './pages/sign-in-page.js';
import { SIGN_IN_ASIDE, type SignInAside } from './sign-in-aside.js';
import { AnswerCookie, type SessionCookie } from './session-cookie.js';

@Controller()
@PublicAccess()
@HtmlPages()
export class SignInPages {
  constructor(
    private readonly signIn: SignIn,
    private readonly endSession: EndSession,
    private readonly requestReset: RequestPasswordReset,
    @Optional() @Inject(SIGN_IN_ASIDE) private readonly aside: SignInAside | undefined,
  ) {}

  @Get('sign-in')
  showSignIn(@Query() { next }: NextQuery, @PersonIfAny() person: SignedIn | null, @Way() way: KeptWay): PageAnswer {
    if (person) return seeOther(ownAddress(next));
    way.keep(next);
    return page(signInPage({ next: ownAddress(next), aside: this.aside }));
  }

  @Post('sign-in')
  async sendSignIn(
    @Body() { email, password, next }: SignInForm,
    @CurrentVisitor() visitor: Visitor,
    @PersonIfAny() previous: SignedIn | null,
    @Way() way: KeptWay,
    @AnswerCookie() cookie: SessionCookie,
  ): Promise<PageAnswer> {
    const attempt = await tryForm(() => this.signIn.run(email, password, visitor, previous?.sessionId ?? null));
    if ('faults' in attempt)
      return page(
        signInPage({ next: ownAddress(next), email, faults: attempt.faults, aside: this.aside }),
        attempt.faults.status,
      );
    const address = way.goOnTo(next);
    cookie.set(attempt.result.token);
    return seeOther(address);
  }

  @Post('sign-out')
  async sendSignOut(@PersonIfAny() person: SignedIn | null, @AnswerCookie() cookie: SessionCookie): Promise<PageAnswer> {
    if (person?.sessionId) await this.endSession.run(person, person.sessionId);
    cookie.clear();
    return seeOther('/sign-in');
  }

  @Get('password-reset')
  showPasswordReset(): PageAnswer {
    return page(passwordResetPage());
  }

  @Post('password-reset')
  async sendPasswordReset(@Body() { email }: PasswordResetForm, @CurrentVisitor() visitor: Visitor): Promise<PageAnswer> {
    const attempt = await tryForm(() => this.requestReset.run(email, visitor));
    return 'faults' in attempt
      ? page(passwordResetPage({ email, faults: attempt.faults }), attempt.faults.status)
      : page(resetOnItsWayPage());
  }
}
