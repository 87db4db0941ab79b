import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CurrentPerson, type SignedIn, SignedInAccess } from '../../../platform/http/access.js';
import { type FormFaults, tryForm } from '../../../platform/http/form-controls.js';
import { HtmlPages, page, type PageAnswer, seeOther } from '../../../platform/http/page.js';
import { ChangeEmail } from '../use-cases/change-email.js';
import { ChangePassword } from '../use-cases/change-password.js';
import { ChooseInstitution } from '../use-cases/choose-institution.js';
import { ReadAccount } from '../use-cases/read-account.js';
import type { Visitor } from '../use-cases/visitor.js';
import { CurrentVisitor } from './current-visitor.js';
import { AccountQuery, ActingInstitutionForm, EmailForm, PasswordForm } from './forms.dto.js';
import { accountPage } from './pages/account-page.js';
import { AnswerCookie, type SessionCookie } from './session-cookie.js';

const ACCOUNT = '/account';

@Controller('account')
@SignedInAccess()
@HtmlPages()
export class AccountPages {
  constructor(
    private readonly readAccount: ReadAccount,
    private readonly changePassword: ChangePassword,
    private readonly changeEmail: ChangeEmail,
    private readonly chooseInstitution: ChooseInstitution,
  ) {}

  @Get()
  async showAccount(@CurrentPerson() person: SignedIn, @Query() { done }: AccountQuery): Promise<PageAnswer> {
    return page(accountPage({ account: await this.readAccount.run(person), done }));
  }

  @Post('password')
  async sendPassword(
    @CurrentPerson() person: SignedIn,
    @Body() form: PasswordForm,
    @CurrentVisitor() visitor: Visitor,
    @AnswerCookie() cookie: SessionCookie,
  ): Promise<PageAnswer> {
    const attempt = await tryForm(() => this.changePassword.run(person, form, visitor));
    if ('faults' in attempt) return this.showAgain(person, attempt.faults, 'password');
    cookie.set(attempt.result.token);
    return seeOther(`${ACCOUNT}?done=password`);
  }

  @Post('email')
  async sendEmail(
    @CurrentPerson() person: SignedIn,
    @Body() form: EmailForm,
    @CurrentVisitor() visitor: Visitor,
  ): Promise<PageAnswer> {
    const attempt = await tryForm(() => this.changeEmail.run(person, form, visitor));
    if ('faults' in attempt) return this.showAgain(person, attempt.faults, 'email', form.email);
    return seeOther(`${ACCOUNT}?done=${attempt.result.confirmed ? 'email' : 'confirmation'}`);
  }

  @Post('institution')
  async sendInstitution(
    @CurrentPerson() person: SignedIn,
    @Body() { institutionId }: ActingInstitutionForm,
    @AnswerCookie() cookie: SessionCookie,
  ): Promise<PageAnswer> {
    cookie.set((await this.chooseInstitution.run(person, institutionId)).token);
    return seeOther(ACCOUNT);
  }

  private async showAgain(person: SignedIn, faults: FormFaults, form: 'password' | 'email', email?: string): Promise<PageAnswer> {
    return page(accountPage({ account: await this.readAccount.run(person), faults: { ...faults, form }, email }), faults.status);
  }
}
