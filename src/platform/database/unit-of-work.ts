import { deserialize, serialize } from 'node:v8';
import { Injectable } from '@nestjs/common';
import type { PoolClient, QueryResultRow } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { Problem } from '../http/problem.js';
import { idempotencyKeyReused } from '../http/problems.js';
import type { NamedStatement } from './named-statement.js';
import { type InstitutionScope, type Scope, SCOPE_SETTINGS, scopeSettings } from './scope.js';
import { readScoped } from './scoped-statement.js';

/** A running transaction. Whatever reads or writes the database asks for one, so that none can be forgotten. */
export interface Tx {
  readonly manager: EntityManager;
  /** `null` in a system scope. */
  readonly institutionId: string | null;
  /** A statement with a name is prepared once per connection where nothing but reading is done. */
  query<Row>(sql: string | NamedStatement, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** Names a creating request, so that sending it twice has one effect. */
export interface Idempotency {
  scope: string;
  key: string;
  requestHash: string;
}

const RETRYABLE = new Set(['40001', '40P01']);
const MOST_TRIES = 3;

@Injectable()
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs `work` in one transaction that sees only the scope's rows. Deadlocks and serialization failures run it again. */
  async run<Result>(scope: Scope, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(scope, work);
      } catch (error) {
        if (attempt === MOST_TRIES || !RETRYABLE.has(sqlState(error) ?? '')) throw error;
      }
    }
  }

  /**
   * For answers that change nothing: each statement goes out with its scope and is a transaction of its own, one round trip and nothing
   * to begin or to commit. It sees no less than in `run`, where every statement has its own snapshot too (read committed). PostgreSQL
   * refuses to write and to lock rows there; other locks end with their statement.
   */
  async read<Result>(scope: Scope, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const runner = this.dataSource.createQueryRunner();
    const connect = runner.connect.bind(runner) as () => Promise<PoolClient>;
    const ask = async <Row extends QueryResultRow>(sql: string | NamedStatement, parameters: readonly unknown[] = []) =>
      readScoped<Row>(await connect(), scope, typeof sql === 'string' ? { text: sql } : sql, parameters);
    // The mapper sends what it makes up through this connection.
    runner.connect = async () => ({ query: ask });
    try {
      return await work({
        manager: runner.manager,
        institutionId: institutionOf(scope),
        query: async <Row>(sql: string | NamedStatement, parameters?: readonly unknown[]) =>
          (await ask(sql, parameters)).rows as Row[],
      });
    } finally {
      await runner.release();
    }
  }

  /**
   * As `run`, but a request that carries an Idempotency-Key has its effect once: the result is kept in the same
   * transaction and given again. The same key with another request is refused.
   */
  async runOnce<Result>(
    scope: InstitutionScope & { idempotency?: Idempotency | undefined },
    work: (tx: Tx) => Promise<Result>,
  ): Promise<Result> {
    const { idempotency } = scope;
    if (!idempotency) return this.run(scope, work);
    return this.run(scope, async (tx) => {
      // A second request with the key waits here for the first one to commit.
      const inserted = await tx.query(
        `insert into idempotent_request (scope, key, request_hash, created_at) values ($1, $2, $3, now())
         on conflict (scope, key) do nothing returning key`,
        [idempotency.scope, idempotency.key, idempotency.requestHash],
      );
      if (inserted.length === 0) return await earlierResult<Result>(tx, idempotency);
      const result = await work(tx);
      await tx.query('update idempotent_request set result = $3 where scope = $1 and key = $2', [
        idempotency.scope,
        idempotency.key,
        serialize(result),
      ]);
      return result;
    });
  }

  private async attempt<Result>(scope: Scope, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      const institutionId = institutionOf(scope);
      await runner.query(`select ${SCOPE_SETTINGS}`, scopeSettings(scope));
      const result = await work({
        manager: runner.manager,
        institutionId,
        query: async (sql, parameters) =>
          (await runner.query(typeof sql === 'string' ? sql : sql.text, parameters as unknown[], true)).records ?? [],
      });
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await rollBack(() => runner.rollbackTransaction(), error);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

function institutionOf(scope: Scope): string | null {
  return 'institutionId' in scope ? scope.institutionId : null;
}

async function earlierResult<Result>(tx: Tx, { scope, key, requestHash }: Idempotency): Promise<Result> {
  const [earlier] = await tx.query<{ request_hash: string; result: Buffer }>(
    'select request_hash, result from idempotent_request where scope = $1 and key = $2',
    [scope, key],
  );
  if (earlier?.request_hash !== requestHash) throw new Problem(idempotencyKeyReused);
  return deserialize(earlier.result) as Result;
}

/** The connection may be gone, and with it the transaction; the first error is the one that matters. */
async function rollBack(rollback: () => Promise<void>, cause: unknown): Promise<void> {
  try {
    await rollback();
  } catch (error) {
    throw new AggregateError([cause, error], 'The transaction failed and could not be rolled back', { cause: error });
  }
}

/** The five-character SQLSTATE of a database error, if it is one. */
export function sqlState(error: unknown): string | undefined {
  if (error instanceof AggregateError) return sqlState(error.errors[0]);
  const source = (error as { driverError?: { code?: unknown } } | null)?.driverError ?? (error as { code?: unknown } | null);
  return typeof source?.code === 'string' ? source.code : undefined;
}

/** The violated constraint of a database error, if it is one. */
export function violatedConstraint(error: unknown): string | undefined {
  const source = (error as { driverError?: { constraint?: unknown } } | null)?.driverError;
  return typeof source?.constraint === 'string' ? source.constraint : undefined;
}
