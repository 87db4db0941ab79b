import type { EventEmitter } from 'node:events';
import type { DataSourceOptions, MixedList } from 'typeorm';
import { migrations } from '../../../migrations/index.js';

export interface DatabaseOptions {
  url: string;
  entities: MixedList<string | (new () => object)>;
  poolSize: number;
  applicationName: string;
}

/** TypeORM's options; migrations are run by `cairn migrate` alone, and the schema is never synchronized. */
export function databaseOptions({ url, entities, poolSize, applicationName }: DatabaseOptions): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: entities as DataSourceOptions['entities'],
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    migrationsRun: false,
    poolSize,
    applicationName,
    connectTimeoutMS: 5_000,
    extra: {
      // Without these a full pool or a stuck statement would hold requests for ever.
      connectionTimeoutMillis: 2_000,
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 30_000,
      // On its way from the pool to whoever borrows it, nobody else hears that a connection was cut; unheard, that ends the process.
      onConnect: (client: EventEmitter) => void client.on('error', () => undefined),
    },
  };
}
