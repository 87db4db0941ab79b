import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { Problem } from './problem.js';
import { tooManyRequests } from './problems.js';

export interface RateLimit {
  name: string;
  points: number;
  seconds: number;
}

/** Counts attempts per key in PostgreSQL, so that all processes share them; in memory while the database does not answer. */
@Injectable()
export class RateLimits {
  private readonly limiters = new Map<string, RateLimiterPostgres>();

  constructor(private readonly dataSource: DataSource) {}

  /** Spends one point of the key; throws `request.too_many` with the seconds to wait when none is left. */
  async spend(limit: RateLimit, key: string): Promise<void> {
    try {
      await this.limiter(limit).consume(key);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const retryAfter = Math.ceil(error.msBeforeNext / 1_000);
      throw new Problem(tooManyRequests, { detail: `Too many tries. Wait ${retryAfter} seconds.`, retryAfter });
    }
  }

  /** Gives one point back: the try succeeded, and others of the key are not excused by it. */
  async giveBack(limit: RateLimit, key: string): Promise<void> {
    await this.limiter(limit).reward(key);
  }

  /** Gives all points of the key back, after a success. */
  async forgive(limit: RateLimit, key: string): Promise<void> {
    await this.limiter(limit).delete(key);
  }

  private limiter({ name, points, seconds }: RateLimit): RateLimiterPostgres {
    const existing = this.limiters.get(name);
    if (existing) return existing;
    const options = { keyPrefix: name, points, duration: seconds };
    const limiter = new RateLimiterPostgres({
      ...options,
      storeClient: this.dataSource,
      storeType: 'typeorm',
      tableName: 'rate_limit',
      tableCreated: true,
      insuranceLimiter: new RateLimiterMemory(options),
    });
    this.limiters.set(name, limiter);
    return limiter;
  }
}
