import { Global, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule, DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS_RULE } from './access.js';
import { AccessGuard } from './access-guard.js';
import { AssetsController } from './assets.controller.js';
import { FramePermissions } from './frame-permissions.js';
import { HealthController } from './health.controller.js';
import { ReferenceController } from './reference.controller.js';
import { RateLimits } from './rate-limits.js';
import { RawRoutes } from './raw-routes.js';
import { WebAppController } from './web-app.controller.js';
import { WebAppFiles } from './web-app-files.js';

/** Refuses to start while a route forgets to say who may use it. */
class RefuseUndeclaredRoutes implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const undeclared = this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, (...args: unknown[]) => unknown>;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((name) => Reflect.hasMetadata('path', prototype[name]!))
        .filter((name) => !this.reflector.getAllAndOverride(ACCESS_RULE, [prototype[name]!, metatype as () => void]))
        .map((name) => `${metatype?.name}.${name}`);
    });
    if (undeclared.length > 0) throw new Error(`Routes without an access rule: ${undeclared.join(', ')}`);
  }
}

@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [HealthController, AssetsController, ReferenceController, WebAppController],
  providers: [
    RateLimits,
    FramePermissions,
    RawRoutes,
    WebAppFiles,
    { provide: APP_GUARD, useClass: AccessGuard },
    {
      provide: RefuseUndeclaredRoutes,
      inject: [DiscoveryService, MetadataScanner, Reflector],
      useFactory: (...parts: [DiscoveryService, MetadataScanner, Reflector]) => new RefuseUndeclaredRoutes(...parts),
    },
  ],
  exports: [FramePermissions, RateLimits, RawRoutes],
})
export class HttpModule {}
