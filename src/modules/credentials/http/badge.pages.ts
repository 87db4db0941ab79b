import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { OneOf, Text } from '../../../platform/http/fields.js';
import { type FormFaults, tryForm } from '../../../platform/http/form-controls.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { HtmlPages, page, type PageAnswer, seeOther } from '../../../platform/http/page.js';
import { VISIBILITIES, type Visibility } from '../domain/visibility.js';
import { ChooseParticulars } from '../use-cases/superseding/choose-particulars.js';
import { ReadBadgePlaces } from '../use-cases/issuing/read-badge-places.js';
import { ReadCredentials } from '../use-cases/sharing/read-credentials.js';
import { ShowCredential } from '../use-cases/sharing/show-credential.js';
import { badgeChoicesPage, badgesPage } from './pages/badges-page.js';

const HOME = '/account/badges';
const MOST_SHOWN = 200;

class BadgesQuery {
  @Text({ max: 20, optional: true })
  done?: string;
}

class VisibilityForm {
  @OneOf(VISIBILITIES)
  visibility: Visibility;
}

/** A box that is not ticked is not sent. */
class ChoicesForm {
  @Text({ max: 9 })
  version: string;

  @OneOf(['yes'], { optional: true })
  showName?: 'yes';

  @OneOf(['yes'], { optional: true })
  showResults?: 'yes';

  @OneOf(['yes'], { optional: true })
  hashEmail?: 'yes';
}

/** A learner's own badges: who sees them, and what the next ones say. */
@Controller('account/badges')
@HtmlPages()
export class BadgePages {
  constructor(
    private readonly read: ReadCredentials,
    private readonly places: ReadBadgePlaces,
    private readonly show: ShowCredential,
    private readonly choices: ChooseParticulars,
  ) {}

  @Get()
  @RoleAccess('credentials:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  async showBadges(@CurrentActor() actor: Actor, @Query() { done }: BadgesQuery): Promise<PageAnswer> {
    const credentials = await this.read.list(actor, { mine: true, limit: MOST_SHOWN });
    return page(badgesPage({ credentials, places: await this.places.run(actor), done }));
  }

  @Post(':id/visibility')
  @RoleAccess('credentials:write', 'learner', 'instructor', 'assessor', 'office', 'admin')
  async sendVisibility(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() { visibility }: VisibilityForm,
  ): Promise<PageAnswer> {
    await this.show.run(actor, id, visibility);
    return seeOther(`${HOME}?done=visibility`);
  }

  @Get('choices/:enrollmentId')
  @RoleAccess('credentials:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  async showChoices(@CurrentActor() actor: Actor, @IdParam('enrollmentId') enrollmentId: string): Promise<PageAnswer> {
    return this.choicesPage(actor, enrollmentId);
  }

  @Post('choices/:enrollmentId')
  @RoleAccess('credentials:write', 'learner', 'instructor', 'assessor', 'office', 'admin')
  async sendChoices(
    @CurrentActor() actor: Actor,
    @IdParam('enrollmentId') enrollmentId: string,
    @Body() { version, showName, showResults, hashEmail }: ChoicesForm,
  ): Promise<PageAnswer> {
    const { choices } = await this.choices.standing(actor, enrollmentId);
    // A DID is brought through the API; the box of this page takes its place only when it is ticked.
    const identity = hashEmail ? 'email-hash' : choices.identity === 'did' ? 'did' : 'pairwise';
    const wish = { ...choices, showName: showName === 'yes', showResults: showResults === 'yes', identity } as const;
    const attempt = await tryForm(() => this.choices.run(actor, enrollmentId, Number(version), wish));
    if ('faults' in attempt) return this.choicesPage(actor, enrollmentId, attempt.faults);
    return seeOther(`${HOME}?done=choices`);
  }

  private async choicesPage(actor: Actor, enrollmentId: string, faults?: FormFaults): Promise<PageAnswer> {
    const standing = await this.choices.standing(actor, enrollmentId);
    const place = (await this.places.run(actor)).find((one) => one.enrollmentId === enrollmentId);
    return page(badgeChoicesPage({ standing, title: place?.title ?? 'Badge', faults }), faults?.status ?? 200);
  }
}
