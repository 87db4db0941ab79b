import { Module } from '@nestjs/common';
import { Lanes } from '../../platform/outbound/lanes.js';
import { AssessmentModule } from '../assessment/index.js';
import { LearningModule } from '../learning/index.js';
import { ColumnsQuery } from './data/columns.query.js';
import { LineItemsRepository } from './data/line-items.repository.js';
import { ScoresRepository } from './data/scores.repository.js';
import { LtiScoresController } from './http/scores.controller.js';
import { DesireScoresHandler } from './jobs/desire-scores.handler.js';
import { SendScoreHandler } from './jobs/send-score.handler.js';
import { LtiModule } from './lti.module.js';
import { DesireScores } from './use-cases/grades/desire-scores.js';
import { LearnColumn } from './use-cases/grades/learn-column.js';
import { PostScore } from './use-cases/grades/post-score.js';
import { ReadScores } from './use-cases/grades/read-scores.js';
import { RecordSending } from './use-cases/grades/record-sending.js';
import { RepairScores } from './use-cases/grades/repair-scores.js';
import { ResendScores } from './use-cases/grades/resend-scores.js';
import { ScoredRecords } from './use-cases/grades/scored-records.js';
import { SendScore } from './use-cases/grades/send-score.js';
import { GradeService } from './use-cases/services/grade-service.js';
import { PlatformTurns } from './use-cases/services/platform-turns.js';

const shared = [LineItemsRepository, ScoresRepository, Lanes, PlatformTurns, GradeService, LearnColumn, RepairScores];

@Module({ imports: [LtiModule], providers: shared, exports: shared })
export class LtiGradesModule {}

/** For who looks after platforms. */
@Module({
  imports: [LtiModule, LtiGradesModule],
  providers: [ColumnsQuery, ReadScores, ResendScores],
  controllers: [LtiScoresController],
})
export class LtiGradesHttpModule {}

@Module({
  imports: [LtiModule, LtiGradesModule, AssessmentModule, LearningModule],
  providers: [ScoredRecords, DesireScores, PostScore, RecordSending, SendScore, DesireScoresHandler, SendScoreHandler],
})
export class LtiGradesJobsModule {}
