import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Clock } from '../../src/platform/clock.js';
import { type Environment, readEnvironment } from '../../src/platform/config/environment.js';
import { createApplication } from '../../src/roles/create-application.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The whole Cairn on a database of its own: api, worker and scheduler in this process, driven by `app.inject`. */
export interface TestApp {
  app: NestFastifyApplication;
  database: TestDatabase;
  environment: Environment;
  clock: TestClock;
  /** What the router answers to, as Fastify writes it: `GET /api/v1/courses/:id`. */
  routes: string[];
  close(): Promise<void>;
}

/** A clock that runs with the real one until a test moves it. */
export class TestClock implements Clock {
  private offset = 0;

  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  advance(milliseconds: number): void {
    this.offset += milliseconds;
  }
}

export async function startTestApp(
  variables: Record<string, string> = {},
  additions: readonly DynamicModule[] = [],
): Promise<TestApp> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'cairn-test-'));
  const environment = readEnvironment({
    CAIRN_DATA_DIR: folder,
    CAIRN_PUBLIC_URL: 'http://localhost:3000',
    CAIRN_KEY_SECRET: 'a secret of the tests that is long enough',
    DATABASE_POOL: '6',
    LOG_LEVEL: 'error',
    QUEUE_PREFIX: `t${process.pid}${Date.now().toString(36)}`,
    ...(process.env.REDIS_URL ? { REDIS_URL: process.env.REDIS_URL } : {}),
    ...variables,
  });
  const clock = new TestClock();
  const app = await createApplication({ environment, connections: database, clock, additions });
  const routes: string[] = [];
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) if (one !== 'HEAD') routes.push(`${one} ${url}`);
    });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    database,
    environment,
    clock,
    routes,
    close: async () => {
      await app.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
