import type { Writable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { copyOut } from './copy-out.js';
import type { NamedStatement } from './named-statement.js';
import type { Scope } from './scope.js';
import { readScoped, writeScoped } from './scoped-statement.js';

@Injectable()
export class Sql {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs `work` on one connection whose transaction sees the scope's rows: one round trip to begin, one to commit. */
  async run<Result>(scope: Scope, work: (client: ScopedClient) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    // A connection that is lost fails its query and tells its client too; unheard, that would end the process.
    const onLost = (error: Error) => (broken = error);
    client.on('error', onLost);
    try {
      await client.query(begin(scope));
      const result = await work(new ScopedClient(client));
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((cause: Error) => (broken = cause));
      throw error;
    } finally {
      client.off('error', onLost);
      client.release(broken);
    }
  }

  /** Runs one statement that reads, in one round trip; see `readScoped`. */
  async read<Row extends QueryResultRow>(scope: Scope, statement: NamedStatement, values: unknown[]): Promise<Row[]> {
    return this.alone(async (client) => (await readScoped<Row>(client, scope, statement, values)).rows);
  }

  /** Runs one statement that writes and is all of its transaction, in one round trip; see `writeScoped`. */
  async write(scope: Scope, statement: NamedStatement, values: unknown[]): Promise<void> {
    await this.alone((client) => writeScoped(client, scope, statement, values));
  }

  /** Streams `COPY … TO STDOUT` to `output`, within a `run`; see `copyOut`. */
  async copyOut({ raw }: ScopedClient, statement: string, output: Writable): Promise<void> {
    const { rows } = await raw.query<{ pid: number }>('select pg_backend_pid() as pid');
    await copyOut(raw, statement, output, () => this.pool.query('select pg_cancel_backend($1)', [rows[0]?.pid]));
  }

  private async alone<Result>(send: (client: PoolClient) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    const onLost = (error: Error) => (broken = error);
    client.on('error', onLost);
    try {
      return await send(client);
    } finally {
      client.off('error', onLost);
      client.release(broken);
    }
  }

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }
}

export class ScopedClient {
  constructor(private readonly client: PoolClient) {}

  async query<Row extends QueryResultRow>({ name, text }: NamedStatement, values: unknown[]): Promise<Row[]> {
    return (await this.client.query<Row>({ name, text, values })).rows;
  }

  /** The bare connection, for COPY. */
  get raw(): PoolClient {
    return this.client;
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function begin(scope: Scope): string {
  if ('system' in scope) return `begin; set local app.scope = 'system'`;
  // SET takes no parameters, so only a well-formed id may stand in the text.
  const { institutionId, contextId } = scope;
  if (![institutionId, contextId ?? institutionId].every((id) => UUID.test(id)))
    throw new TypeError('An id of a scope is a lower-case UUID');
  const within = contextId ? `; set local app.context = '${contextId}'` : '';
  return `begin; set local app.institution_id = '${institutionId}'${within}`;
}
