import { Module } from '@nestjs/common';
import { EnrollmentModule } from '../enrollment/index.js';
import { PeopleModule } from '../people/index.js';
import { CourseMembersRepository } from './data/course-members.repository.js';
import { CoursesQuery } from './data/courses.query.js';
import { RostersRepository } from './data/rosters.repository.js';
import { LtiGradesModule } from './grades.module.js';
import { LtiCoursesController } from './http/courses.controller.js';
import { ReadRosterHandler } from './jobs/read-roster.handler.js';
import { LtiModule } from './lti.module.js';
import { ApplyRoster } from './use-cases/rosters/apply-roster.js';
import { AskForRoster } from './use-cases/rosters/ask-for-roster.js';
import { BeginReading } from './use-cases/rosters/begin-reading.js';
import { EndMemberships } from './use-cases/rosters/end-memberships.js';
import { EnterMembers } from './use-cases/rosters/enter-members.js';
import { ReadCourses } from './use-cases/rosters/read-courses.js';
import { ReadRoster } from './use-cases/rosters/read-roster.js';
import { RecordReading } from './use-cases/rosters/record-reading.js';
import { RequestReading } from './use-cases/rosters/request-reading.js';
import { SeatMembers } from './use-cases/rosters/seat-members.js';
import { RosterService } from './use-cases/services/roster-service.js';

const shared = [
  CourseMembersRepository,
  RostersRepository,
  RosterService,
  AskForRoster,
  BeginReading,
  EnterMembers,
  EndMemberships,
  SeatMembers,
  ApplyRoster,
  RecordReading,
  ReadRoster,
];

/** Who is in the courses of platforms. */
@Module({ imports: [LtiModule, LtiGradesModule, EnrollmentModule, PeopleModule], providers: shared, exports: shared })
export class LtiRostersModule {}

/** For who looks after platforms. */
@Module({
  imports: [LtiModule, LtiRostersModule],
  providers: [CoursesQuery, ReadCourses, RequestReading],
  controllers: [LtiCoursesController],
})
export class LtiRostersHttpModule {}

@Module({ imports: [LtiRostersModule], providers: [ReadRosterHandler] })
export class LtiRostersJobsModule {}
