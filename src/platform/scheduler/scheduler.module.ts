import { type DynamicModule, Module } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { DATABASE, type DatabaseConnections } from '../database/connections.js';
import type { ScheduledDuty } from './duty.js';
import { Timetable } from './timetable.js';

@Module({})
export class SchedulerModule {
  static with(duties: readonly ScheduledDuty[]): DynamicModule {
    return {
      module: SchedulerModule,
      imports: [...new Set(duties.flatMap(({ imports }) => imports))],
      providers: [
        {
          provide: Timetable,
          inject: [DATABASE, ModuleRef],
          useFactory: (connections: DatabaseConnections, modules: ModuleRef) =>
            new Timetable(
              connections.applicationUrl,
              duties.map(({ name, everySeconds, provider }) => ({
                name,
                everySeconds,
                run: async () => modules.get(provider, { strict: false }).run(),
              })),
            ),
        },
      ],
    };
  }
}
