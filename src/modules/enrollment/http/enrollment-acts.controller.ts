import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { Idempotent } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { page, PageOf, PageQuery } from '../../../platform/http/paging.js';
import { OrderAct } from '../use-cases/acts/order-act.js';
import { ReadActs } from '../use-cases/acts/read-acts.js';
import { EnrollmentActRowQuery, EnrollmentActRowView, EnrollmentActView } from './enrollment-act.dto.js';
import { presentEnrollmentAct, presentEnrollmentActRow } from './present-enrollment-act.js';

const EnrollmentActPage = PageOf(EnrollmentActView);
const EnrollmentActRowPage = PageOf(EnrollmentActRowView);

@ApiTags('Enrollments')
@Controller('api/v1/enrollment-acts')
export class EnrollmentActsController {
  constructor(
    private readonly order: OrderAct,
    private readonly read: ReadActs,
  ) {}

  /** Acts on many places that were confirmed, newest first. */
  @Get()
  @RoleAccess('enrollment:read', 'office', 'admin')
  @ApiOkResponse({ type: EnrollmentActPage })
  async listEnrollmentActs(
    @CurrentActor() actor: Actor,
    @Query() query: PageQuery,
  ): Promise<InstanceType<typeof EnrollmentActPage>> {
    const acts = await this.read.list(actor, query);
    const key = ({ requestedAt, id }: (typeof acts)[number]) => ({ at: requestedAt, id });
    return page(acts, query.limit, key, (act) => presentEnrollmentAct(act, this.read.now()));
  }

  /** How far one has come. */
  @Get(':id')
  @RoleAccess('enrollment:read', 'office', 'admin')
  @ApiOkResponse({ type: EnrollmentActView })
  async getEnrollmentAct(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<EnrollmentActView> {
    return presentEnrollmentAct(await this.read.one(actor, id), this.read.now());
  }

  /** What would become, or became, of each place. */
  @Get(':id/rows')
  @RoleAccess('enrollment:read', 'office', 'admin')
  @ApiOkResponse({ type: EnrollmentActRowPage })
  async listEnrollmentActRows(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() query: EnrollmentActRowQuery,
  ): Promise<InstanceType<typeof EnrollmentActRowPage>> {
    const rows = await this.read.rows(actor, id, query);
    return page(rows, query.limit, ({ enrollmentId }) => ({ at: new Date(0), id: enrollmentId }), presentEnrollmentActRow);
  }

  /** Let a planned one begin. */
  @Post(':id/confirmation')
  @RoleAccess('enrollment:write', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: EnrollmentActView })
  async confirmEnrollmentAct(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<EnrollmentActView> {
    return presentEnrollmentAct(await this.order.confirm(actor, id), this.read.now());
  }

  /** Undo it: places are where and what they were, if their seat is still free. */
  @Post(':id/undoing')
  @RoleAccess('enrollment:write', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: EnrollmentActView })
  async undoEnrollmentAct(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<EnrollmentActView> {
    return presentEnrollmentAct(await this.order.undo(actor, id), this.read.now());
  }
}
