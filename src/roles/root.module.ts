import { type DynamicModule, Global, Module } from '@nestjs/common';
import { AuthenticationModule } from '../modules/people/index.js';
import { CLOCK, type Clock, systemClock } from '../platform/clock.js';
import { Environment } from '../platform/config/environment.js';
import type { DatabaseConnections } from '../platform/database/connections.js';
import { DatabaseModule } from '../platform/database/database.module.js';
import { HttpModule } from '../platform/http/http.module.js';
import { KeySecret } from '../platform/keys/key-secret.js';
import { OutboundModule } from '../platform/outbound/outbound.module.js';
import { QueueModule } from '../platform/queue/queue.module.js';
import { StorageModule } from '../platform/storage/storage.module.js';
import { entities } from './entities.js';

export interface RootOptions {
  environment: Environment;
  connections: DatabaseConnections;
  /** Tests travel in time. */
  clock?: Clock;
  /** What a world that is thrown away adds. */
  additions?: readonly DynamicModule[];
}

@Global()
@Module({})
class FoundationModule {
  static with({ environment, clock = systemClock }: RootOptions): DynamicModule {
    return {
      module: FoundationModule,
      providers: [{ provide: Environment, useValue: environment }, { provide: CLOCK, useValue: clock }, KeySecret],
      exports: [Environment, CLOCK, KeySecret],
    };
  }
}

/** The module graph of the chosen roles: each role's part is loaded only where it is played. */
export async function rootModule(options: RootOptions): Promise<DynamicModule> {
  const { environment, connections, additions = [] } = options;
  const parts = [
    environment.plays('api') ? (await import('./api.js')).ApiRole : undefined,
    environment.plays('worker') ? (await import('./worker.js')).WorkerRole : undefined,
    environment.plays('scheduler') ? (await import('./scheduler.js')).SchedulerRole : undefined,
  ];
  return {
    module: class CairnModule {},
    imports: [
      FoundationModule.with(options),
      DatabaseModule.forEntities(connections, entities),
      QueueModule,
      StorageModule,
      OutboundModule,
      HttpModule,
      AuthenticationModule,
      ...parts.filter((part) => part !== undefined),
      ...additions,
    ],
  };
}
