import pg, { type PoolClient, type QueryResult, type QueryResultRow } from 'pg';
import type { NamedStatement } from './named-statement.js';
import { type Scope, SCOPE_SETTINGS, scopeSettings } from './scope.js';

/** A statement without a name is parsed and planned each time. */
type Statement = NamedStatement | { text: string };

/**
 * Runs one statement that sees only the scope's rows, in one round trip: setting the scope, the statement and the end of both go out
 * together. What goes out before a Sync is one transaction (PostgreSQL 18, §54.2.3), so the scope is as local as after `begin`, and
 * nothing of it is left on the connection. PostgreSQL refuses to write or to lock there: 25006.
 */
export async function readScoped<Row extends QueryResultRow>(
  client: PoolClient,
  scope: Scope,
  statement: Statement,
  values: readonly unknown[],
): Promise<QueryResult<Row>> {
  return runScoped(client, READING, scope, statement, values);
}

/** As `readScoped`, for one statement that writes: what it wrote is committed when this resolves, and nothing of it is there when it throws. */
export async function writeScoped(
  client: PoolClient,
  scope: Scope,
  statement: Statement,
  values: readonly unknown[],
): Promise<void> {
  await runScoped(client, WRITING, scope, statement, values);
}

async function runScoped<Row extends QueryResultRow>(
  client: PoolClient,
  setScope: NamedStatement,
  scope: Scope,
  statement: Statement,
  values: readonly unknown[],
): Promise<QueryResult<Row>> {
  try {
    return await new Promise((resolve, reject) => {
      const callback: Callback = (error, result) => (error ? reject(error) : resolve(result as QueryResult<Row>));
      client.query(new ScopedStatement(setScope, scope, { ...statement, values, callback }));
    });
  } catch (error) {
    // Otherwise its stack begins where the bytes came in, and says nothing about who asked.
    Error.captureStackTrace(error as Error);
    throw error;
  }
}

/** Setting all of them costs one call; a setting that is local ends with the transaction, as `set local` does. */
const READING: NamedStatement = {
  name: 'set-scope-of-read',
  text: `select ${SCOPE_SETTINGS}, set_config('transaction_read_only', 'on', true)`,
};
const WRITING: NamedStatement = { name: 'set-scope-of-write', text: `select ${SCOPE_SETTINGS}` };

type Callback = (error: Error | null | undefined, result: unknown) => void;

interface QueryOptions {
  name?: string;
  text: string;
  values: readonly unknown[];
  callback: Callback;
}

/** What messages of the protocol go out by. */
interface Connection {
  parse(statement: NamedStatement): void;
  bind(portal: { statement: string; values: unknown[] }): void;
  execute(portal: object): void;
  parsedStatements: Record<string, string>;
  submittedNamedStatements: Record<string, string>;
}

/** pg's own query, as far as its types keep it to themselves: what it does with each message that comes back. */
interface PgQuery {
  name: string | undefined;
  text: string;
  prepare(connection: Connection): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
  handleError(error: Error, connection: Connection): void;
  submit(): void;
}

const PgQuery = pg.Query as unknown as new (options: QueryOptions & { queryMode: 'extended' }) => PgQuery;

class ScopedStatement extends PgQuery {
  private readonly own: { name: string | undefined; text: string };
  private scopeIsSet = false;

  constructor(
    private readonly setScope: NamedStatement,
    private readonly scope: Scope,
    options: QueryOptions,
  ) {
    // Without it, a statement that has no parameters would go out as a simple one, which is a transaction of its own.
    super({ ...options, queryMode: 'extended' });
    this.own = { name: options.name, text: options.text };
  }

  override prepare(connection: Connection): void {
    const isKnown = this.setScope.name in connection.parsedStatements;
    if (!isKnown) connection.parse(this.setScope);
    connection.bind({ statement: this.setScope.name, values: scopeSettings(this.scope) });
    connection.execute({});
    super.prepare(connection);
    // pg notes what has been parsed under the name of the query that runs.
    if (!isKnown) Object.assign(this, this.setScope);
  }

  override handleDataRow(message: unknown): void {
    if (this.scopeIsSet) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Connection): void {
    if (this.scopeIsSet) return super.handleCommandComplete(message, connection);
    this.scopeIsSet = true;
    Object.assign(this, this.own);
  }

  override handleError(error: Error, connection: Connection): void {
    if (this.own.name) delete connection.submittedNamedStatements[this.own.name];
    super.handleError(error, connection);
  }
}
