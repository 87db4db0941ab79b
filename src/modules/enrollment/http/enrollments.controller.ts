import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { Idempotent } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { type Page, page, PageOf } from '../../../platform/http/paging.js';
import { CountLearners } from '../use-cases/count-learners.js';
import { EnrollLearner } from '../use-cases/enroll-learner.js';
import { ExtendDeadline } from '../use-cases/extend-deadline.js';
import { type NamedEnrollment, ReadEnrollments } from '../use-cases/read-enrollments.js';
import { WithdrawEnrollment } from '../use-cases/withdraw-enrollment.js';
import { EditionLearnersList, EnrollDto, EnrollmentQuery, EnrollmentView, ExtendDeadlineDto } from './enrollment.dto.js';
import { presentEnrollment } from './present-enrollment.js';

const EnrollmentPage = PageOf(EnrollmentView);

@ApiTags('Enrollments')
@Controller('api/v1')
export class EnrollmentsController {
  constructor(
    private readonly enrollLearner: EnrollLearner,
    private readonly withdrawal: WithdrawEnrollment,
    private readonly extendDeadline: ExtendDeadline,
    private readonly readEnrollments: ReadEnrollments,
    private readonly countLearners: CountLearners,
  ) {}

  /** Give a place in an offering: to yourself, or as the office to anybody. */
  @Post('offerings/:id/enrollments')
  @RoleAccess('enrollment:write', 'learner', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: EnrollmentView })
  async enroll(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: EnrollDto): Promise<EnrollmentView> {
    const enrollment = await this.enrollLearner.run(actor, id, body.personId ?? actor.personId);
    return presentEnrollment(await this.readEnrollments.nameOf(actor, enrollment), actor);
  }

  /** Who is in an offering. */
  @Get('offerings/:id/enrollments')
  @RoleAccess('enrollment:read', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: EnrollmentPage })
  async listOfferingEnrollments(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() query: EnrollmentQuery,
  ): Promise<InstanceType<typeof EnrollmentPage>> {
    return presentPage(await this.readEnrollments.ofOffering(actor, id, query), query.limit, actor);
  }

  /** How many learners are on which edition of a micro-credential, by state. */
  @Get('micro-credentials/:id/learners')
  @RoleAccess('enrollment:read', 'instructor', 'office', 'admin')
  @ApiOkResponse({ type: EditionLearnersList })
  async countLearnersByEdition(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<EditionLearnersList> {
    return { items: await this.countLearners.byEdition(actor, id) };
  }

  /** Your own places. */
  @Get('enrollments')
  @RoleAccess('enrollment:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: EnrollmentPage })
  async listMyEnrollments(
    @CurrentActor() actor: Actor,
    @Query() query: EnrollmentQuery,
  ): Promise<InstanceType<typeof EnrollmentPage>> {
    return presentPage(await this.readEnrollments.mine(actor, query), query.limit, actor);
  }

  /** One place. */
  @Get('enrollments/:id')
  @RoleAccess('enrollment:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: EnrollmentView })
  async getEnrollment(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<EnrollmentView> {
    return presentEnrollment(await this.readEnrollments.one(actor, id), actor);
  }

  /** Give a place back. */
  @Post('enrollments/:id/withdrawal')
  @RoleAccess('enrollment:write', 'learner', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: EnrollmentView })
  async withdrawEnrollment(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<EnrollmentView> {
    return presentEnrollment(await this.readEnrollments.nameOf(actor, await this.withdrawal.run(actor, id)), actor);
  }

  /** More time for one learner's project. */
  @Post('enrollments/:id/extensions')
  @RoleAccess('enrollment:write', 'instructor', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: EnrollmentView })
  async extendProjectDeadline(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() body: ExtendDeadlineDto,
  ): Promise<EnrollmentView> {
    const extended = await this.extendDeadline.run(actor, id, new Date(body.dueAt), body.reason);
    return presentEnrollment(await this.readEnrollments.nameOf(actor, extended), actor);
  }
}

function presentPage(rows: NamedEnrollment[], limit: number, actor: Actor): Page<EnrollmentView> {
  return page(
    rows,
    limit,
    ({ enrollment }) => ({ at: enrollment.createdAt, id: enrollment.id }),
    (named) => presentEnrollment(named, actor),
  );
}
