import type { QueryResultRow } from 'pg';
import type { NamedStatement } from '../../../platform/database/named-statement.js';
import type { ScopedClient } from '../../../platform/database/sql.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** Runs a statement in a transaction, whichever of the two kinds it is: the same SQL serves the batches and the use cases. */
export type RunStatement = <Row extends QueryResultRow>(statement: NamedStatement, values: unknown[]) => Promise<Row[]>;

export function within(tx: Tx): RunStatement {
  return (statement, values) => tx.query(statement, values);
}

export function onClient(client: ScopedClient): RunStatement {
  return (statement, values) => client.query(statement, values);
}
