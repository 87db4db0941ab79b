import { KnownActivity } from './activity-progress.entity.js';
import { CourseCompletion } from './course-completion.entity.js';
import { EditionMove } from './edition-move.entity.js';
import { RecordedFact } from './progress-fact.entity.js';
import { QuizAttempt } from './quiz-attempt.entity.js';
import { ResumePosition } from './resume-position.entity.js';

export const learningEntities = [RecordedFact, KnownActivity, CourseCompletion, EditionMove, ResumePosition, QuizAttempt];
