import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '../../../src/platform/database/embedded/free-port.js';
import { until } from './until.js';

const PROGRAMS = ['redis-server', 'valkey-server'];

/** The path of a Redis on this machine. `null` where there is none; but CI must have one. */
export function findRedis(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = PROGRAMS.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
  if (found) return found;
  if (process.env['CI']) {
    throw new Error(
      'The drills on Redis need redis-server or valkey-server on the PATH, and CI may not leave them out. Install one.',
    );
  }
  return null;
}

/** A Redis that keeps nothing on disk, so that a restart forgets everything. */
export class RedisServer {
  private child: ChildProcess | undefined;

  private constructor(
    private readonly program: string,
    private readonly folder: string,
    private readonly port: number,
  ) {}

  static async start(program: string, folder: string): Promise<RedisServer> {
    const redis = new RedisServer(program, folder, await freePort());
    await redis.startAgain();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async startAgain(): Promise<void> {
    const options = {
      port: this.port,
      bind: '127.0.0.1',
      save: '',
      appendonly: 'no',
      'maxmemory-policy': 'noeviction',
      dir: this.folder,
    };
    const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
    this.child = spawn(this.program, words, { stdio: 'ignore' });
    await until('Redis answers', () => this.ask((redis) => redis.ping()).catch(() => null), 10_000);
  }

  /** Everything is gone; connections stay. */
  async flush(): Promise<void> {
    await this.ask((redis) => redis.flushall());
  }

  /** How many keys it holds. */
  async size(): Promise<number> {
    return this.ask((redis) => redis.dbsize());
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  private async ask<Answer>(question: (redis: Redis) => Promise<Answer>): Promise<Answer> {
    const redis = new Redis(this.url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      return await question(redis);
    } finally {
      redis.disconnect();
    }
  }
}
