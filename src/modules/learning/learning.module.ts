import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { EnrollmentModule } from '../enrollment/index.js';
import { ArrangementsRepository } from './data/arrangements.repository.js';
import { InstitutionsModule } from '../institutions/index.js';
import { EditionMovesRepository } from './data/edition-moves.repository.js';
import { NotesRepository } from './data/notes.repository.js';
import { ProgressRepository } from './data/progress.repository.js';
import { QuizAttemptsRepository } from './data/quiz-attempts.repository.js';
import { ResumePositionsRepository } from './data/resume-positions.repository.js';
import { StudyPlansRepository } from './data/study-plans.repository.js';
import { ArrangementsController } from './http/arrangements.controller.js';
import { FactsController } from './http/facts.controller.js';
import { JourneyController } from './http/journey.controller.js';
import { NotesController } from './http/notes.controller.js';
import { OfferingProgressController } from './http/offering-progress.controller.js';
import { PreviewController } from './http/preview.controller.js';
import { QuizController } from './http/quiz.controller.js';
import { StudyPlanController } from './http/study-plan.controller.js';
import { WhereaboutsController } from './http/whereabouts.controller.js';
import { Attempts } from './use-cases/attempts.js';
import { CloseRunOutAttempts } from './use-cases/close-run-out-attempts.js';
import { EditionOutlines } from './use-cases/edition-outlines.js';
import { KeepNote } from './use-cases/keep-note.js';
import { LearnerJourneys } from './use-cases/learner-journeys.js';
import { Learners } from './use-cases/learners.js';
import { LearningOutcomes } from './use-cases/learning-outcomes.js';
import { LearningRecord } from './use-cases/learning-record.js';
import { MoveEdition } from './use-cases/move-edition.js';
import { MoveLearner } from './use-cases/move-learner.js';
import { PlanStudy } from './use-cases/plan-study.js';
import { PreviewJourney } from './use-cases/preview-journey.js';
import { PreviewLearner } from './use-cases/preview-learner.js';
import { PreviewLearnerActivity } from './use-cases/preview-learner-activity.js';
import { PreviewQuizAttempt } from './use-cases/preview-quiz-attempt.js';
import { QuizTexts } from './use-cases/quiz-texts.js';
import { ReadActivity } from './use-cases/read-activity.js';
import { ReadArrangements } from './use-cases/read-arrangements.js';
import { ReadAttempt } from './use-cases/read-attempt.js';
import { ReadJourney } from './use-cases/read-journey.js';
import { ReadNotes } from './use-cases/read-notes.js';
import { ReadOfferingProgress } from './use-cases/read-offering-progress.js';
import { ReadWhereabouts } from './use-cases/read-whereabouts.js';
import { RecordFacts } from './use-cases/record-facts.js';
import { SaveAnswers } from './use-cases/save-answers.js';
import { SavePosition } from './use-cases/save-position.js';
import { StandingsUnder } from './use-cases/standings-under.js';
import { StartQuiz } from './use-cases/start-quiz.js';
import { SubmitQuiz } from './use-cases/submit-quiz.js';
import { TellFacts } from './use-cases/tell-facts.js';
import { WaiveActivities } from './use-cases/waive-activities.js';
import { WriteTellings } from './use-cases/write-tellings.js';

const repositories = [
  ArrangementsRepository,
  EditionMovesRepository,
  NotesRepository,
  ProgressRepository,
  QuizAttemptsRepository,
  ResumePositionsRepository,
  StudyPlansRepository,
];

const useCases = [
  Attempts,
  CloseRunOutAttempts,
  EditionOutlines,
  KeepNote,
  LearnerJourneys,
  Learners,
  LearningOutcomes,
  LearningRecord,
  MoveEdition,
  MoveLearner,
  PlanStudy,
  PreviewJourney,
  PreviewLearner,
  PreviewLearnerActivity,
  PreviewQuizAttempt,
  QuizTexts,
  ReadActivity,
  ReadArrangements,
  ReadAttempt,
  ReadJourney,
  ReadNotes,
  ReadOfferingProgress,
  ReadWhereabouts,
  RecordFacts,
  SaveAnswers,
  SavePosition,
  StandingsUnder,
  StartQuiz,
  SubmitQuiz,
  TellFacts,
  WaiveActivities,
  WriteTellings,
];

@Module({
  imports: [CatalogModule, EnrollmentModule, InstitutionsModule],
  providers: [...repositories, ...useCases],
  exports: useCases,
})
export class LearningModule {}

@Module({
  imports: [LearningModule],
  controllers: [
    JourneyController,
    FactsController,
    QuizController,
    ArrangementsController,
    OfferingProgressController,
    StudyPlanController,
    NotesController,
    PreviewController,
    WhereaboutsController,
  ],
})
export class LearningHttpModule {}
