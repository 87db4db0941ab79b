import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { Idempotent, IfMatch } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { page, PageOf } from '../../../platform/http/paging.js';
import { ExpectedVersion } from '../../../platform/http/versions.js';
import { ClaimAttempt } from '../use-cases/claim-attempt.js';
import { CorrectVerdict } from '../use-cases/correct-verdict.js';
import { GiveVerdict } from '../use-cases/give-verdict.js';
import { ReadGrading } from '../use-cases/read-grading.js';
import { SaveAssessmentDraft } from '../use-cases/save-assessment-draft.js';
import { SurveyGrading } from '../use-cases/survey-grading.js';
import { AssessmentNotesDto, CorrectVerdictDto, GiveVerdictDto, GradingQueueQuery } from './grading.dto.js';
import { AssessmentDraftView, GradingView, GradingWorkView, LeaseView, QueuedAttemptView } from './grading-views.dto.js';
import { presentAttempt } from './present-attempt.js';
import { presentAssessmentDraft, presentGrading, presentLease, presentOfferingWork, presentQueued } from './present-grading.js';
import { AttemptView } from './project.dto.js';

const GradingQueue = PageOf(QueuedAttemptView);

@ApiTags('Grading')
@Controller('api/v1')
export class GradingController {
  constructor(
    private readonly survey: SurveyGrading,
    private readonly readGrading: ReadGrading,
    private readonly claim: ClaimAttempt,
    private readonly saveDraft: SaveAssessmentDraft,
    private readonly giveVerdict: GiveVerdict,
    private readonly correctVerdict: CorrectVerdict,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What waits in each of the offerings that you assess, and who is at it. */
  @Get('grading-work')
  @RoleAccess('assessment:read', 'assessor')
  @ApiOkResponse({ type: GradingWorkView })
  async getGradingWork(@CurrentActor() actor: Actor): Promise<GradingWorkView> {
    return { items: (await this.survey.run(actor)).map(presentOfferingWork) };
  }

  /** What waits for a verdict, or has one. */
  @Get('offerings/:id/grading-queue')
  @RoleAccess('assessment:read', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: GradingQueue })
  async listGradingQueue(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() query: GradingQueueQuery,
  ): Promise<InstanceType<typeof GradingQueue>> {
    const now = this.clock.now();
    return page(
      await this.readGrading.queue(actor, id, { ...query, state: query.state ?? 'waiting' }),
      query.limit,
      ({ attempt }) => ({ at: attempt.submittedAt, id: attempt.id }),
      (queued) => presentQueued(queued, now),
    );
  }

  /** Take the attempt that has waited longest. */
  @Post('offerings/:id/grading-queue/next')
  @RoleAccess('assessment:write', 'assessor')
  @ApiCreatedResponse({ type: GradingView })
  async takeNextAttempt(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<GradingView> {
    return this.present(actor, (await this.claim.takeNext(actor, id)).record.attempt.id);
  }

  /** An attempt as its assessor sees it. */
  @Get('attempts/:id/grading')
  @RoleAccess('assessment:read', 'assessor')
  @ApiOkResponse({ type: GradingView })
  async getGrading(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<GradingView> {
    return this.present(actor, id);
  }

  /** Take this attempt, or take it over when the other's lease has run out. */
  @Post('attempts/:id/lease')
  @RoleAccess('assessment:write', 'assessor')
  @ApiCreatedResponse({ type: GradingView })
  async takeAttempt(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<GradingView> {
    await this.claim.take(actor, id);
    return this.present(actor, id);
  }

  /** Say that you are still at it: the lease lasts 15 minutes from now. */
  @Put('attempts/:id/lease')
  @RoleAccess('assessment:write', 'assessor')
  @ApiOkResponse({ type: LeaseView })
  async keepAttempt(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<LeaseView> {
    return presentLease(await this.claim.keep(actor, id));
  }

  /** Give it back to the queue; your draft is kept. */
  @Delete('attempts/:id/lease')
  @HttpCode(204)
  @RoleAccess('assessment:write', 'assessor')
  @ApiNoContentResponse()
  async handBackAttempt(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    await this.claim.handBack(actor, id);
  }

  /** Keep your notes. `If-Match: "v0"` before the first save. */
  @Put('attempts/:id/assessment-draft')
  @RoleAccess('assessment:write', 'assessor')
  @IfMatch()
  @ApiOkResponse({ type: AssessmentDraftView })
  async saveAssessmentDraft(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @ExpectedVersion() version: number,
    @Body() body: AssessmentNotesDto,
  ): Promise<AssessmentDraftView> {
    return presentAssessmentDraft(await this.saveDraft.run(actor, id, version, body));
  }

  /** Give your mark or verdict. A pass queues the badge. */
  @Post('attempts/:id/assessments')
  @RoleAccess('assessment:write', 'assessor')
  @Idempotent()
  @ApiCreatedResponse({ type: GradingView })
  async assessAttempt(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: GiveVerdictDto): Promise<GradingView> {
    const grading = await this.giveVerdict.run(actor, id, body);
    return presentGrading({ grading, draft: null }, actor, this.clock.now());
  }

  /** Put a verdict right, with a reason that stays on record. */
  @Post('attempts/:id/corrections')
  @RoleAccess('assessment:write', 'assessor', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: AttemptView })
  async correctAttemptVerdict(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() body: CorrectVerdictDto,
  ): Promise<AttemptView> {
    const { standingVersion, ...given } = body;
    return presentAttempt(await this.correctVerdict.run(actor, id, standingVersion, given), actor);
  }

  private async present(actor: Actor, attemptId: string): Promise<GradingView> {
    return presentGrading(await this.readGrading.one(actor, attemptId), actor, this.clock.now());
  }
}
