import { Controller, Get, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { PreviewJourney } from '../use-cases/preview-journey.js';
import { PreviewLearnerActivity } from '../use-cases/preview-learner-activity.js';
import { PreviewQuizAttempt } from '../use-cases/preview-quiz-attempt.js';
import { QuizTexts } from '../use-cases/quiz-texts.js';
import { JourneyView } from './journey.dto.js';
import { LearnerActivityView } from './learner-activity.dto.js';
import { presentJourney } from './present-journey.js';
import { presentLearnerActivity } from './present-learner-activity.js';
import { presentQuizAttempt } from './present-quiz-attempt.js';
import { PreviewQuery } from './preview.dto.js';
import { QuizAttemptView } from './quiz-attempt.dto.js';
import { QUIZ_MODELS } from './quiz-shapes.dto.js';

const LOCKED = { status: 409, description: 'The course is locked to somebody who stands there; `facts` say why.' };

/** What a learner would meet in a draft, in the views that learners get. Nothing is written; ids of enrolments are the nil UUID. */
@ApiTags('Preview')
@ApiExtraModels(...QUIZ_MODELS)
@Controller('api/v1/micro-credentials/:id/preview')
export class PreviewController {
  constructor(
    private readonly journey: PreviewJourney,
    private readonly activity: PreviewLearnerActivity,
    private readonly quizAttempt: PreviewQuizAttempt,
    private readonly texts: QuizTexts,
  ) {}

  /** The way through the draft. */
  @Get('journey')
  @RoleAccess('catalog:read', 'instructor', 'admin')
  @ApiOkResponse({ type: JourneyView })
  async previewJourney(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() { standing }: PreviewQuery,
  ): Promise<JourneyView> {
    return presentJourney(await this.journey.run(actor, id, standing), actor);
  }

  /** An activity of the draft. */
  @Get('activities/:activityId')
  @RoleAccess('catalog:read', 'instructor', 'admin')
  @ApiOkResponse({ type: LearnerActivityView })
  @ApiResponse(LOCKED)
  async previewLearnerActivity(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IdParam('activityId') activityId: string,
    @Query() { standing }: PreviewQuery,
  ): Promise<LearnerActivityView> {
    return presentLearnerActivity(await this.activity.run(actor, id, activityId, standing));
  }

  /** A quiz of the draft, just begun. */
  @Get('activities/:activityId/quiz-attempt')
  @RoleAccess('catalog:read', 'instructor', 'admin')
  @ApiOkResponse({ type: QuizAttemptView })
  @ApiResponse(LOCKED)
  async previewQuizAttempt(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IdParam('activityId') activityId: string,
    @Query() { standing }: PreviewQuery,
  ): Promise<QuizAttemptView> {
    return presentQuizAttempt(await this.quizAttempt.run(actor, id, activityId, standing), this.texts);
  }
}
