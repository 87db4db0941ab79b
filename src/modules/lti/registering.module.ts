import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { PlatformActivityRepository } from './data/platform-activity.repository.js';
import { RegistrationLinksRepository } from './data/registration-links.repository.js';
import { DynamicRegistrationPages } from './http/dynamic-registration.pages.js';
import { JwksController } from './http/jwks.controller.js';
import { LtiPlatformsController } from './http/registrations.controller.js';
import { LtiToolController } from './http/tool.controller.js';
import { LtiModule } from './lti.module.js';
import { LtiNoticesModule } from './notices.module.js';
import { AskPlatform } from './use-cases/registering/ask-platform.js';
import { ChangePlatform } from './use-cases/registering/change-platform.js';
import { DecideDeployments } from './use-cases/registering/decide-deployments.js';
import { KeepRegistration } from './use-cases/registering/keep-registration.js';
import { LookAfterToolKeys } from './use-cases/registering/look-after-tool-keys.js';
import { ReadPlatforms } from './use-cases/registering/read-platforms.js';
import { RegisterDynamically } from './use-cases/registering/register-dynamically.js';
import { RegisterPlatform } from './use-cases/registering/register-platform.js';
import { RegistrationLinks } from './use-cases/registering/registration-links.js';

/** Administrators and platforms make each other known. */
@Module({
  imports: [LtiModule, LtiNoticesModule, PeopleModule],
  providers: [
    RegistrationLinksRepository,
    PlatformActivityRepository,
    ReadPlatforms,
    RegisterPlatform,
    ChangePlatform,
    DecideDeployments,
    RegistrationLinks,
    LookAfterToolKeys,
    AskPlatform,
    KeepRegistration,
    RegisterDynamically,
  ],
  controllers: [LtiPlatformsController, LtiToolController, DynamicRegistrationPages, JwksController],
})
export class LtiRegisteringHttpModule {}
