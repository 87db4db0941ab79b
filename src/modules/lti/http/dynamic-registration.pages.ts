import { Body, Controller, Get, Query, Post } from '@nestjs/common';
import { PublicAccess } from '../../../platform/http/access.js';
import { Text } from '../../../platform/http/fields.js';
import { HtmlPages, page, type PageAnswer } from '../../../platform/http/page.js';
import { REGISTRATION_REFUSALS } from '../domain/registration-refusal.js';
import { RegisterDynamically, type RegistrationOffer } from '../use-cases/registering/register-dynamically.js';
import { FramedByAnybody } from './framed-by-anybody.js';
import { askToRegisterPage, registeredPage, registrationRefusedPage } from './pages/registration-page.js';

class RegistrationForm {
  @Text({ max: 100 })
  invitation: string;

  @Text({ max: 2_000 })
  openid_configuration: string;

  @Text({ max: 10_000, optional: true })
  registration_token?: string;
}

/** What an LMS opens when its administrator gives it our registration link (Dynamic Registration 1.0 §3.2), in a frame or window of its own. */
@Controller('lti/register')
@PublicAccess()
@FramedByAnybody()
@HtmlPages()
export class DynamicRegistrationPages {
  constructor(private readonly registering: RegisterDynamically) {}

  // One by one: systems add parameters of their own, which a checked query would refuse.
  @Get()
  async showRegistration(
    @Query('invitation') invitation: unknown,
    @Query('openid_configuration') configurationAddress: unknown,
    @Query('registration_token') token: unknown,
  ): Promise<PageAnswer> {
    const offer = offerOf(invitation, configurationAddress, token);
    const considered = await this.registering.consider(offer);
    if ('refusal' in considered) return refused(considered.refusal);
    return page(askToRegisterPage(considered, offer));
  }

  @Post()
  async sendRegistration(@Body() form: RegistrationForm): Promise<PageAnswer> {
    const registered = await this.registering.run(offerOf(form.invitation, form.openid_configuration, form.registration_token));
    if ('refusal' in registered) return refused(registered.refusal);
    return page(registeredPage(registered));
  }
}

function refused(refusal: Parameters<typeof registrationRefusedPage>[0]): PageAnswer {
  return page(registrationRefusedPage(refusal), REGISTRATION_REFUSALS[refusal.code].status);
}

/** What comes twice or not at all counts as absent. */
function offerOf(invitation: unknown, configurationAddress: unknown, token: unknown): RegistrationOffer {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return { invitation: text(invitation), configurationAddress: text(configurationAddress), token: text(token) || null };
}
