import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { InstitutionsModule } from '../institutions/index.js';
import { PeopleModule } from '../people/index.js';
import { AccommodationsRepository } from './data/accommodations.repository.js';
import { EmbeddingRepository } from './data/embedding.repository.js';
import { EnrollmentActsRepository } from './data/enrollment-acts.repository.js';
import { EnrollmentImportsRepository } from './data/enrollment-imports.repository.js';
import { EnrollmentsRepository } from './data/enrollments.repository.js';
import { MovingPlacesQuery } from './data/moving-places.query.js';
import { OfferingCalendarQuery } from './data/offering-calendar.query.js';
import { OfferingsRepository } from './data/offerings.repository.js';
import { EmbedPages } from './http/embed.pages.js';
import { EmbeddingController } from './http/embedding.controller.js';
import { WayInPages } from './http/way-in.pages.js';
import { AccommodationsController } from './http/accommodations.controller.js';
import { EnrollmentActsController } from './http/enrollment-acts.controller.js';
import { EnrollmentImportsController } from './http/enrollment-imports.controller.js';
import { EnrollmentsController } from './http/enrollments.controller.js';
import { OfferingsController } from './http/offerings.controller.js';
import { EnrollmentActHandler } from './jobs/enrollment-act.handler.js';
import { EnrollRowHandler } from './jobs/enroll-row.handler.js';
import { ActOnPlace } from './use-cases/acts/act-on-place.js';
import { CarryOutAct } from './use-cases/acts/carry-out-act.js';
import { JudgePlaces } from './use-cases/acts/judge-places.js';
import { LockOfferings } from './use-cases/acts/lock-offerings.js';
import { MovePlaceBack } from './use-cases/acts/move-place-back.js';
import { MovePlace } from './use-cases/acts/move-place.js';
import { OrderAct } from './use-cases/acts/order-act.js';
import { PlanAct } from './use-cases/acts/plan-act.js';
import { ReadActs } from './use-cases/acts/read-acts.js';
import { RemindLearners } from './use-cases/acts/remind-learners.js';
import { RestorePlace } from './use-cases/acts/restore-place.js';
import { TellMoved } from './use-cases/acts/tell-moved.js';
import { AdmitLearner } from './use-cases/admit-learner.js';
import { AdmitLearners } from './use-cases/admit-learners.js';
import { ArrangeAccommodation } from './use-cases/arrange-accommodation.js';
import { ArrangeContextStaff } from './use-cases/arrange-context-staff.js';
import { ArrangeStaff } from './use-cases/arrange-staff.js';
import { CancelOffering } from './use-cases/cancel-offering.js';
import { ChangeOffering } from './use-cases/change-offering.js';
import { CountLearners } from './use-cases/count-learners.js';
import { CreateOffering } from './use-cases/create-offering.js';
import { EnrollLearner } from './use-cases/enroll-learner.js';
import { EnrollmentDirectory } from './use-cases/enrollment-directory.js';
import { ExpireEnrollments } from './use-cases/expire-enrollments.js';
import { ExtendDeadline } from './use-cases/extend-deadline.js';
import { FindWayIn } from './use-cases/find-way-in.js';
import { FillSeats } from './use-cases/fill-seats.js';
import { CheckEnrollmentFile } from './use-cases/from-file/check-enrollment-file.js';
import { ConfirmEnrollmentFile } from './use-cases/from-file/confirm-enrollment-file.js';
import { EmbeddingSettings } from './use-cases/embedding-settings.js';
import { EndPlaces } from './use-cases/end-places.js';
import { EnrollFromFile } from './use-cases/from-file/enroll-from-file.js';
import { ReadEnrollmentFiles } from './use-cases/from-file/read-enrollment-files.js';
import { UploadEnrollmentFile } from './use-cases/from-file/upload-enrollment-file.js';
import { FollowCourseDates } from './use-cases/follow-course-dates.js';
import { GiveBackPlace } from './use-cases/give-back-place.js';
import { GiveCourseDates } from './use-cases/give-course-dates.js';
import { GiveMoreTime } from './use-cases/give-more-time.js';
import { OpenOffering } from './use-cases/open-offering.js';
import { PlaceLearner } from './use-cases/place-learner.js';
import { ReadAdmission } from './use-cases/read-admission.js';
import { ReadEmbeddedOffering } from './use-cases/read-embedded-offering.js';
import { ReadEnrollments } from './use-cases/read-enrollments.js';
import { ReadOfferingCalendar } from './use-cases/read-offering-calendar.js';
import { ReadOfferings } from './use-cases/read-offerings.js';
import { PassOnPlaces } from './use-cases/pass-on-places.js';
import { TakeSeat } from './use-cases/take-seat.js';
import { TakeSeats } from './use-cases/take-seats.js';
import { WithdrawEnrollment } from './use-cases/withdraw-enrollment.js';

const useCases = [
  ActOnPlace,
  AdmitLearner,
  AdmitLearners,
  ArrangeAccommodation,
  ArrangeContextStaff,
  ArrangeStaff,
  CancelOffering,
  CarryOutAct,
  ChangeOffering,
  CheckEnrollmentFile,
  ConfirmEnrollmentFile,
  CountLearners,
  CreateOffering,
  EmbeddingSettings,
  EndPlaces,
  EnrollFromFile,
  EnrollLearner,
  EnrollmentDirectory,
  ExpireEnrollments,
  ExtendDeadline,
  FillSeats,
  FindWayIn,
  FollowCourseDates,
  GiveBackPlace,
  GiveCourseDates,
  GiveMoreTime,
  JudgePlaces,
  LockOfferings,
  MovePlace,
  MovePlaceBack,
  OpenOffering,
  OrderAct,
  PassOnPlaces,
  PlaceLearner,
  PlanAct,
  ReadActs,
  ReadAdmission,
  ReadEmbeddedOffering,
  ReadEnrollmentFiles,
  ReadEnrollments,
  ReadOfferingCalendar,
  ReadOfferings,
  RemindLearners,
  RestorePlace,
  TakeSeat,
  TakeSeats,
  TellMoved,
  UploadEnrollmentFile,
  WithdrawEnrollment,
];

@Module({
  imports: [CatalogModule, InstitutionsModule, PeopleModule],
  providers: [
    AccommodationsRepository,
    EmbeddingRepository,
    EnrollmentActsRepository,
    EnrollmentImportsRepository,
    EnrollmentsRepository,
    MovingPlacesQuery,
    OfferingCalendarQuery,
    OfferingsRepository,
    ...useCases,
  ],
  exports: useCases,
})
export class EnrollmentModule {}

@Module({
  imports: [EnrollmentModule],
  controllers: [
    OfferingsController,
    EnrollmentsController,
    EnrollmentActsController,
    EnrollmentImportsController,
    AccommodationsController,
    EmbeddingController,
    EmbedPages,
    WayInPages,
  ],
})
export class EnrollmentHttpModule {}

@Module({ imports: [EnrollmentModule], providers: [EnrollmentActHandler, EnrollRowHandler] })
export class EnrollmentJobsModule {}
