import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RoleAccess } from '../../../platform/http/access.js';
import { scoreRubric } from '../domain/rubric-scoring.js';
import { RubricScoringView, RubricTrialDto } from './rubric-trial.dto.js';

@ApiTags('Grading')
@Controller('api/v1/rubric-trials')
export class RubricTrialController {
  /** What ratings would lead to, by the rule that verdicts follow; for a rubric that is still being written. Nothing is kept. */
  @Post()
  @HttpCode(200)
  @RoleAccess('catalog:read', 'instructor', 'office', 'admin')
  @ApiOkResponse({ type: RubricScoringView })
  tryRubric(@Body() { ratings, ...rubric }: RubricTrialDto): RubricScoringView {
    return scoreRubric(rubric, Object.fromEntries(ratings.map(({ criterionId, ratingId }) => [criterionId, ratingId])));
  }
}
