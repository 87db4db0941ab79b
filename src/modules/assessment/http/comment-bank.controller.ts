import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IfMatch } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { type Page, page, PageOf } from '../../../platform/http/paging.js';
import { ExpectedVersion } from '../../../platform/http/versions.js';
import { ChangeKeptComment } from '../use-cases/change-kept-comment.js';
import { DropKeptComment } from '../use-cases/drop-kept-comment.js';
import { KeepComment } from '../use-cases/keep-comment.js';
import { ReadKeptComments } from '../use-cases/read-kept-comments.js';
import { UseKeptComment } from '../use-cases/use-kept-comment.js';
import { ChangeKeptCommentDto, CommentBankQuery, KeepCommentDto, KeptCommentView } from './comment-bank.dto.js';
import { presentKeptComment } from './present-kept-comment.js';

@ApiTags('Grading')
@Controller('api/v1')
export class CommentBankController {
  constructor(
    private readonly read: ReadKeptComments,
    private readonly keep: KeepComment,
    private readonly change: ChangeKeptComment,
    private readonly use: UseKeptComment,
    private readonly drop: DropKeptComment,
  ) {}

  /** Comments for using again in this offering: your own and those that others who assess the same share; the last used first. */
  @Get('offerings/:id/comment-bank')
  @RoleAccess('assessment:read', 'assessor')
  @ApiOkResponse({ type: PageOf(KeptCommentView) })
  async listKeptComments(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() query: CommentBankQuery,
  ): Promise<Page<KeptCommentView>> {
    const comments = await this.read.run(actor, id, query);
    const at = (comment: { touchedAt: Date; id: string }) => ({ at: comment.touchedAt, id: comment.id });
    return page(comments, query.limit, at, (comment) => presentKeptComment(comment, actor));
  }

  /** Keep a comment. The same in the same place is kept once. */
  @Post('offerings/:id/comment-bank')
  @RoleAccess('assessment:write', 'assessor')
  @ApiCreatedResponse({ type: KeptCommentView })
  async keepComment(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: KeepCommentDto): Promise<KeptCommentView> {
    return presentKeptComment(await this.keep.run(actor, id, { ...body, criterionId: body.criterionId ?? null }), actor);
  }

  /** Rewrite it, share it or no longer do. */
  @Put('kept-comments/:id')
  @RoleAccess('assessment:write', 'assessor')
  @IfMatch()
  @ApiOkResponse({ type: KeptCommentView })
  async changeKeptComment(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @ExpectedVersion() version: number,
    @Body() body: ChangeKeptCommentDto,
  ): Promise<KeptCommentView> {
    return presentKeptComment(await this.change.run(actor, id, version, body), actor);
  }

  /** Say that you put it into a text: it is counted, and offered first from then on. */
  @Post('kept-comments/:id/uses')
  @RoleAccess('assessment:write', 'assessor')
  @ApiCreatedResponse({ type: KeptCommentView })
  async useKeptComment(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<KeptCommentView> {
    return presentKeptComment(await this.use.run(actor, id), actor);
  }

  /** Keep it no longer. */
  @Delete('kept-comments/:id')
  @RoleAccess('assessment:write', 'assessor')
  @HttpCode(204)
  @ApiNoContentResponse()
  async dropKeptComment(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    await this.drop.run(actor, id);
  }
}
