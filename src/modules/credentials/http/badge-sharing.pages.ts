import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { OneOf, Text } from '../../../platform/http/fields.js';
import { type FormFaults, tryForm } from '../../../platform/http/form-controls.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { HtmlPages, page, type PageAnswer, seeOther } from '../../../platform/http/page.js';
import { CountViews } from '../use-cases/sharing/count-views.js';
import { PublicDocuments } from '../use-cases/sharing/public-documents.js';
import { ReadCredentials } from '../use-cases/sharing/read-credentials.js';
import { ShareCredential } from '../use-cases/sharing/share-credential.js';
import { DecideCorrection } from '../use-cases/superseding/decide-correction.js';
import { RequestCorrection } from '../use-cases/superseding/request-correction.js';
import { badgeSharingPage } from './pages/badge-sharing-page.js';
import { SHARE_DAYS, type ShareDays } from './pages/share-days.js';

const DAY_MS = 86_400_000;
const MOST_REQUESTS = 20;

class SharingQuery {
  @Text({ max: 20, optional: true })
  done?: string;
}

class ShareForm {
  @Text({ min: 1, max: 200 })
  label: string;

  @OneOf(SHARE_DAYS)
  days: ShareDays;
}

class CorrectionForm {
  @Text({ min: 1, max: 200 })
  name: string;

  @Text({ max: 2_000, optional: true })
  reason?: string;
}

/** One badge of a learner's own: whom it is shared with, how often it was looked at, and whether its name is right. */
@Controller('account/badges/:id')
@HtmlPages()
export class BadgeSharingPages {
  constructor(
    private readonly read: ReadCredentials,
    private readonly share: ShareCredential,
    private readonly views: CountViews,
    private readonly request: RequestCorrection,
    private readonly corrections: DecideCorrection,
    private readonly documents: PublicDocuments,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('sharing')
  @RoleAccess('credentials:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  async showSharing(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() { done }: SharingQuery): Promise<PageAnswer> {
    return this.sharingPage(actor, id, { done });
  }

  /** Answers the page itself: the address of the link is shown here and never again, so it cannot be asked for anew. */
  @Post('share-links')
  @RoleAccess('credentials:write', 'learner', 'instructor', 'assessor', 'office', 'admin')
  async sendShareLink(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() { label, days }: ShareForm,
  ): Promise<PageAnswer> {
    const expiresAt = new Date(this.clock.now().getTime() + Number(days) * DAY_MS);
    const attempt = await tryForm(() => this.share.create(actor, id, { label, expiresAt }));
    if ('faults' in attempt) return this.sharingPage(actor, id, { faults: attempt.faults });
    return this.sharingPage(actor, id, { sharedAt: this.documents.addresses.share(attempt.result.token) });
  }

  @Post('share-links/:linkId/end')
  @RoleAccess('credentials:write', 'learner', 'instructor', 'assessor', 'office', 'admin')
  async sendShareLinkEnd(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IdParam('linkId') linkId: string,
  ): Promise<PageAnswer> {
    await this.share.revoke(actor, id, linkId);
    return seeOther(`/account/badges/${id}/sharing?done=ended`);
  }

  @Post('correction-requests')
  @RoleAccess('credentials:write', 'learner', 'instructor', 'assessor', 'office', 'admin')
  async sendCorrection(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() { name, reason }: CorrectionForm,
  ): Promise<PageAnswer> {
    const attempt = await tryForm(() => this.request.run(actor, id, { name, reason }));
    if ('faults' in attempt) return this.sharingPage(actor, id, { faults: attempt.faults });
    return seeOther(`/account/badges/${id}/sharing?done=asked`);
  }

  private async sharingPage(
    actor: Actor,
    id: string,
    said: { done?: string | undefined; faults?: FormFaults; sharedAt?: string },
  ): Promise<PageAnswer> {
    const links = await this.share.list(actor, id);
    const frame = badgeSharingPage({
      credential: await this.read.one(actor, id),
      links,
      views: await this.views.of(actor, id),
      requests: await this.corrections.list(actor, { mine: true, credentialId: id, limit: MOST_REQUESTS }),
      now: this.clock.now(),
      ...said,
    });
    return page(frame, said.faults?.status ?? 200);
  }
}
