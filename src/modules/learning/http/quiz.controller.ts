import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiExtraModels, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { Idempotent } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { QuizTexts } from '../use-cases/quiz-texts.js';
import { ReadAttempt } from '../use-cases/read-attempt.js';
import { SaveAnswers } from '../use-cases/save-answers.js';
import { StartQuiz } from '../use-cases/start-quiz.js';
import { SubmitQuiz } from '../use-cases/submit-quiz.js';
import { presentQuizAttempt } from './present-quiz-attempt.js';
import { QuizAttemptView, SaveAnswersDto, SavedAnswersView, SubmitQuizDto } from './quiz-attempt.dto.js';
import { QUIZ_MODELS } from './quiz-shapes.dto.js';

@ApiTags('Learning')
@ApiExtraModels(...QUIZ_MODELS)
@Controller('api/v1')
export class QuizController {
  constructor(
    private readonly startQuiz: StartQuiz,
    private readonly readAttempt: ReadAttempt,
    private readonly saveAnswers: SaveAnswers,
    private readonly submitQuiz: SubmitQuiz,
    private readonly texts: QuizTexts,
  ) {}

  /** Start an attempt at a quiz, or come back to the one that is open. */
  @Post('enrollments/:id/activities/:activityId/quiz-attempts')
  @RoleAccess('learning:write', 'learner')
  @Idempotent()
  @ApiCreatedResponse({ type: QuizAttemptView })
  async startQuizAttempt(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IdParam('activityId') activityId: string,
  ): Promise<QuizAttemptView> {
    return this.shown(actor, await this.startQuiz.run(actor, id, activityId));
  }

  /** An attempt: its questions while it runs, and its result when it is handed in. */
  @Get('quiz-attempts/:id')
  @RoleAccess('learning:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: QuizAttemptView })
  async getQuizAttempt(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<QuizAttemptView> {
    return this.shown(actor, id);
  }

  /** Save the answers so far; replaces what was saved. */
  @Put('quiz-attempts/:id/answers')
  @RoleAccess('learning:write', 'learner')
  @ApiOkResponse({ type: SavedAnswersView })
  @ApiResponse({ status: 412, description: 'They were saved from somewhere else since; `facts` hold what is saved.' })
  async saveQuizAnswers(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() { revision, answers }: SaveAnswersDto,
  ): Promise<SavedAnswersView> {
    const saved = await this.saveAnswers.run(actor, id, revision, answers);
    return { revision: saved.revision, savedAt: saved.savedAt.toISOString() };
  }

  /** Hand an attempt in. After its time, what was saved counts. */
  @Post('quiz-attempts/:id/submission')
  @RoleAccess('learning:write', 'learner')
  @HttpCode(200)
  @ApiOkResponse({ type: QuizAttemptView })
  async submitQuizAttempt(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() { last }: SubmitQuizDto,
  ): Promise<QuizAttemptView> {
    await this.submitQuiz.run(actor, id, last ?? null);
    return this.shown(actor, id);
  }

  private async shown(actor: Actor, id: string): Promise<QuizAttemptView> {
    return presentQuizAttempt(await this.readAttempt.run(actor, id), this.texts);
  }
}
