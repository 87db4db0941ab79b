import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Environment } from '../config/environment.js';
import { DATABASE, type DatabaseConnections } from './connections.js';
import { databaseOptions } from './database-options.js';
import { RefuseUnfitDatabase } from './refuse-unfit-database.js';
import { ForgetOldRequests } from './forget-old-requests.js';
import { Sql } from './sql.js';
import { UnitOfWork } from './unit-of-work.js';

@Module({})
export class DatabaseModule {
  static forEntities(connections: DatabaseConnections, entities: (new () => object)[]): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Environment],
          useFactory: (environment: Environment) => ({
            ...databaseOptions({
              url: connections.applicationUrl,
              entities,
              poolSize: environment.DATABASE_POOL,
              applicationName: `cairn-${environment.CAIRN_ROLES.join('-')}`,
            }),
            retryAttempts: 5,
            retryDelay: 500,
          }),
        }),
      ],
      providers: [{ provide: DATABASE, useValue: connections }, UnitOfWork, Sql, ForgetOldRequests, RefuseUnfitDatabase],
      exports: [DATABASE, UnitOfWork, Sql, ForgetOldRequests],
    };
  }
}
