import { Body, Controller, Delete, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, MEMBER_ROLES, RoleAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { type Page, page, PageOf } from '../../../platform/http/paging.js';
import { NOTICE_KIND_NAMES, type NoticeKind } from '../../../platform/notices/notice-kinds.js';
import { ChooseNotices } from '../use-cases/choose-notices.js';
import { OwnNotices } from '../use-cases/own-notices.js';
import { KindParam } from './known-kind.js';
import { ChooseNoticesDto, NoticePreferencesView, NoticesQueryDto, NoticeView, UnreadNoticesView } from './notices.dto.js';
import { presentNotice } from './present-notice.js';

@ApiTags('Notifications')
@Controller('api/v1/me')
export class NoticesController {
  constructor(
    private readonly notices: OwnNotices,
    private readonly chooseNotices: ChooseNotices,
  ) {}

  /** What you were told, the newest first. */
  @Get('notices')
  @RoleAccess('people:read', ...MEMBER_ROLES)
  @ApiOkResponse({ type: PageOf(NoticeView) })
  async listMyNotices(
    @CurrentActor() actor: Actor,
    @Query() { show, cursor, limit }: NoticesQueryDto,
  ): Promise<Page<NoticeView>> {
    const notices = await this.notices.list(actor, { unread: show === 'unread', cursor, limit });
    return page(notices, limit, ({ createdAt: at, id }) => ({ at, id }), presentNotice);
  }

  /** How many of them you have not read. Small, and 304 while nothing changed. */
  @Get('notices/unread')
  @RoleAccess('people:read', ...MEMBER_ROLES)
  @ApiOkResponse({ type: UnreadNoticesView })
  async countMyUnreadNotices(@CurrentActor() actor: Actor): Promise<UnreadNoticesView> {
    const unread = await this.notices.countUnread(actor);
    // The number is all there is in the answer: the same number is the same answer.
    return { unread, version: unread };
  }

  /** You have read it. */
  @Put('notices/:id/reading')
  @HttpCode(204)
  @RoleAccess('people:write', ...MEMBER_ROLES)
  @ApiNoContentResponse()
  async readNotice(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    await this.notices.mark(actor, id, true);
  }

  /** You want to come back to it. */
  @Delete('notices/:id/reading')
  @HttpCode(204)
  @RoleAccess('people:write', ...MEMBER_ROLES)
  @ApiNoContentResponse()
  async unreadNotice(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    await this.notices.mark(actor, id, false);
  }

  /** You have read all of them. */
  @Put('notices/reading')
  @HttpCode(204)
  @RoleAccess('people:write', ...MEMBER_ROLES)
  @ApiNoContentResponse()
  async readAllNotices(@CurrentActor() actor: Actor): Promise<void> {
    await this.notices.markAll(actor);
  }

  /** Where you hear of what. */
  @Get('notice-preferences')
  @RoleAccess('people:read', ...MEMBER_ROLES)
  @ApiOkResponse({ type: NoticePreferencesView })
  async getNoticePreferences(@CurrentActor() actor: Actor): Promise<NoticePreferencesView> {
    return { items: await this.chooseNotices.read(actor) };
  }

  /** Choose where you hear of one kind: in Cairn, by mail, both or not at all. */
  @Put('notice-preferences/:kind')
  @RoleAccess('people:write', ...MEMBER_ROLES)
  @ApiParam({ name: 'kind', enum: NOTICE_KIND_NAMES })
  @ApiOkResponse({ type: NoticePreferencesView })
  async chooseNoticePreference(
    @CurrentActor() actor: Actor,
    @KindParam() kind: NoticeKind,
    @Body() { inProduct, byMail }: ChooseNoticesDto,
  ): Promise<NoticePreferencesView> {
    return { items: await this.chooseNotices.choose(actor, { kind, inProduct, byMail }) };
  }
}
