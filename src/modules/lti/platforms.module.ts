import { Module } from '@nestjs/common';
import { ToolKeysRepository } from './data/keys.repository.js';
import { RegistrationsRepository } from './data/registrations.repository.js';
import { PlatformHttp } from './use-cases/platform-http.js';
import { ToolKeys } from './use-cases/tool-keys.js';

const shared = [RegistrationsRepository, ToolKeysRepository, ToolKeys, PlatformHttp];

/** Who platforms are, how they know us, and the way to them. */
@Module({ providers: shared, exports: shared })
export class LtiPlatformsModule {}
