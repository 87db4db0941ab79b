import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { Idempotent } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { page, PageOf, PageQuery } from '../../../platform/http/paging.js';
import { AnswerErasures } from '../use-cases/answer-erasures.js';
import { MemberErasureView, RefuseErasureDto, RequestMemberErasureDto } from './erasure.dto.js';
import { presentMemberErasure } from './present-erasure.js';

@ApiTags('Members')
@Controller('api/v1/erasures')
export class ErasuresController {
  constructor(private readonly answer: AnswerErasures) {}

  /** Who asked to be erased, newest first; of whom is erased, that and when. */
  @Get()
  @RoleAccess('people:read', 'office', 'admin')
  @ApiOkResponse({ type: PageOf(MemberErasureView) })
  async listErasures(@CurrentActor() actor: Actor, @Query() query: PageQuery) {
    const rows = await this.answer.list(actor, query);
    return page(
      rows,
      query.limit,
      ({ requestedAt, id }) => ({ at: requestedAt, id }),
      (row) => presentMemberErasure(row, actor),
    );
  }

  /** Ask for somebody who wrote to you. They are told, and can take it back for 14 days. The office does it for learners. */
  @Post()
  @RoleAccess('people:write', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: MemberErasureView })
  @ApiResponse({ status: 409, description: 'It is asked for already, or nobody else could administer the institution.' })
  async requestMemberErasure(@CurrentActor() actor: Actor, @Body() body: RequestMemberErasureDto): Promise<MemberErasureView> {
    return presentMemberErasure(await this.answer.request(actor, body.personId, body.badges), actor);
  }

  /** Refuse, with a reason that the law gives. The person is told, and may ask again. */
  @Post(':id/refusal')
  @RoleAccess('people:write', 'office', 'admin')
  @ApiCreatedResponse({ type: MemberErasureView })
  @ApiResponse({ status: 409, description: 'It has begun, or was answered.' })
  async refuseErasure(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() { reason }: RefuseErasureDto,
  ): Promise<MemberErasureView> {
    return presentMemberErasure(await this.answer.refuse(actor, id, reason), actor);
  }
}
