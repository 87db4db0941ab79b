export { learningEntities } from './data/entities.js';
export type { Progress } from './domain/progress.js';
export { LearningHttpModule, LearningModule } from './learning.module.js';
export { CloseRunOutAttempts } from './use-cases/close-run-out-attempts.js';
export { LearningRecord, type ProjectUnlock } from './use-cases/learning-record.js';
export { type Move, MoveLearner } from './use-cases/move-learner.js';
export { type ComparedStanding, StandingsUnder } from './use-cases/standings-under.js';
