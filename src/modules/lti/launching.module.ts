import { Module, type OnModuleInit } from '@nestjs/common';
import { system } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FramePermissions } from '../../platform/http/frame-permissions.js';
import { AssessmentModule } from '../assessment/index.js';
import { CatalogModule } from '../catalog/index.js';
import { EnrollmentModule } from '../enrollment/index.js';
import { InstitutionsModule } from '../institutions/index.js';
import { PeopleModule } from '../people/index.js';
import { RegistrationsRepository } from './data/registrations.repository.js';
import { ResourceLinksRepository } from './data/resource-links.repository.js';
import { CookieCheckController } from './http/cookie-check.controller.js';
import { LaunchPages } from './http/launch.pages.js';
import { LoginPages } from './http/login.pages.js';
import { LinksPages } from './http/links.pages.js';
import { LtiScriptsController } from './http/scripts.controller.js';
import { LtiGradesModule } from './grades.module.js';
import { LtiNoticesModule } from './notices.module.js';
import { LtiLaunchesModule } from './launches.module.js';
import { LtiModule } from './lti.module.js';
import { ShowHeld } from './use-cases/accounts/show-held.js';
import { LtiRostersModule } from './rosters.module.js';
import { AcceptLaunch } from './use-cases/launch/accept-launch.js';
import { BeginLogin } from './use-cases/launch/begin-login.js';
import { ChooseLinks } from './use-cases/launch/choose-links.js';
import { ClaimLaunch } from './use-cases/launch/claim-launch.js';
import { DateSections } from './use-cases/launch/date-sections.js';
import { KnowDeployment } from './use-cases/launch/know-deployment.js';
import { KnowPerson } from './use-cases/launch/know-person.js';
import { KnowPlace } from './use-cases/launch/know-place.js';
import { LandLaunch } from './use-cases/launch/land-launch.js';
import { LaunchTickets } from './use-cases/launch/launch-tickets.js';
import { ParkLaunch } from './use-cases/launch/park-launch.js';
import { ProveMessage } from './use-cases/launch/prove-message.js';
import { ReceiveLaunch } from './use-cases/launch/receive-launch.js';
import { ReviewWork } from './use-cases/launch/review-work.js';
import { SectionOffering } from './use-cases/launch/section-offering.js';

/** Launches: platforms send people, who are let in where they belong. */
@Module({
  imports: [
    LtiModule,
    LtiGradesModule,
    LtiLaunchesModule,
    LtiNoticesModule,
    LtiRostersModule,
    AssessmentModule,
    CatalogModule,
    EnrollmentModule,
    InstitutionsModule,
    PeopleModule,
  ],
  providers: [
    AcceptLaunch,
    BeginLogin,
    ChooseLinks,
    ClaimLaunch,
    DateSections,
    KnowDeployment,
    KnowPerson,
    KnowPlace,
    LandLaunch,
    LaunchTickets,
    ParkLaunch,
    ProveMessage,
    ReceiveLaunch,
    ResourceLinksRepository,
    ReviewWork,
    SectionOffering,
    ShowHeld,
  ],
  controllers: [LoginPages, LaunchPages, LinksPages, CookieCheckController, LtiScriptsController],
})
export class LtiLaunchingHttpModule implements OnModuleInit {
  constructor(
    private readonly frames: FramePermissions,
    private readonly work: UnitOfWork,
    private readonly registrations: RegistrationsRepository,
  ) {}

  onModuleInit(): void {
    this.frames.readBy(async (id) => {
      const registration = await this.work.read(system('a browser may come by any institution’s platform'), (tx) =>
        this.registrations.find(tx, id),
      );
      return registration?.state === 'active' ? registration.frameOrigins : [];
    });
  }
}
