import { Module } from '@nestjs/common';
import { ContextsRepository } from './data/contexts.repository.js';
import { DeploymentsRepository } from './data/deployments.repository.js';
import { HeldQuery } from './data/held.query.js';
import { IdentitiesRepository } from './data/identities.repository.js';
import { ToolKeysRepository } from './data/keys.repository.js';
import { RegistrationsRepository } from './data/registrations.repository.js';
import { PlatformHttp } from './use-cases/platform-http.js';
import { PlatformServices } from './use-cases/services/platform-services.js';
import { PlatformToken } from './use-cases/services/platform-token.js';
import { ToolKeys } from './use-cases/tool-keys.js';

const shared = [
  ContextsRepository,
  DeploymentsRepository,
  HeldQuery,
  IdentitiesRepository,
  RegistrationsRepository,
  ToolKeysRepository,
  PlatformHttp,
  ToolKeys,
  PlatformToken,
  PlatformServices,
];

/** What of platforms every part of the module asks for: who they are, whom and what we know of them, and the way to them. */
@Module({ providers: shared, exports: shared })
export class LtiModule {}
