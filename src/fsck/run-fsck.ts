import pg from 'pg';
import type { Environment } from '../platform/config/environment.js';
import type { DatabaseConnections } from '../platform/database/connections.js';
import { schemaDifferences, SchemaError } from '../platform/database/migrate.js';
import { Queues } from '../platform/queue/queues.js';
import { storageDriver } from '../platform/storage/storage.module.js';
import { type AcknowledgedPass } from './ack-log.js';
import { type Baseline, saveBaseline } from './baseline.js';
import type { Canaries } from './canaries.js';
import type { Breach, Findings, Inspection, Invariant, InvariantId } from './inspection.js';
import type { Query } from './query.js';
import { INVARIANTS, NOT_APPLICABLE } from './invariants.js';
import { PublicAddress } from './public-address.js';
import { PlainVerifier } from './signature/plain-verifier.js';
import { loadReferenceVerifier } from './signature/reference-verifier.js';

export interface FsckOptions {
  /** What is younger may still be on its way. */
  graceSeconds: number;
  now: Date;
  /** Where a running Cairn is asked as the public would ask it. */
  http?: string | undefined;
  ackLog?: AcknowledgedPass[] | undefined;
  baseline?: Baseline | undefined;
  /** Writes a baseline there, once everything held. */
  saveBaseline?: string | undefined;
  canaries?: Canaries | undefined;
}

export interface FsckReport {
  ok: boolean;
  /** What checked the signatures. */
  signatures: string;
  checked: Partial<Record<InvariantId, Findings['counts']>>;
  notApplicable: Readonly<Record<string, string>>;
  breaches: (Breach & { invariant: InvariantId })[];
}

/** Checks every invariant over the rows, the files and the queue, from outside: with its own SQL, and without changing anything. */
export async function runFsck(
  environment: Environment,
  connections: DatabaseConnections,
  options: FsckOptions,
): Promise<FsckReport> {
  const snapshot = await readOnly(connections.applicationUrl);
  const current = await readOnly(connections.applicationUrl);
  const queues = new Queues(environment, connections);
  try {
    await refuseOtherSchema(current);
    await snapshot.query('begin transaction isolation level repeatable read, read only');
    const inspection: Inspection = {
      snapshot: rowsOf(snapshot),
      current: rowsOf(current),
      storage: storageDriver(environment),
      queues,
      signatures: (await loadReferenceVerifier()) ?? new PlainVerifier(),
      settledBefore: new Date(options.now.getTime() - options.graceSeconds * 1_000),
      http: options.http === undefined ? null : new PublicAddress(options.http.replace(/\/+$/, '')),
      ackLog: options.ackLog ?? null,
      baseline: options.baseline ?? null,
      canaries: options.canaries ?? null,
    };
    const report = await checkAll(inspection);
    if (report.ok && options.saveBaseline !== undefined) await saveBaseline(inspection.snapshot, options.saveBaseline);
    return report;
  } finally {
    await queues.onApplicationShutdown();
    await snapshot.end();
    await current.end();
  }
}

async function checkAll(inspection: Inspection): Promise<FsckReport> {
  const checked: FsckReport['checked'] = {};
  const breaches: FsckReport['breaches'] = [];
  for (const invariant of INVARIANTS) {
    const findings = await findingsOf(invariant, inspection);
    checked[invariant.id] = findings.counts;
    breaches.push(...findings.breaches.map((breach) => ({ invariant: invariant.id, ...breach })));
  }
  const { name: signatures } = inspection.signatures;
  return { ok: breaches.length === 0, signatures, checked, notApplicable: NOT_APPLICABLE, breaches };
}

/** What cannot be checked does not hold, and keeps nothing else from being checked. */
async function findingsOf({ check }: Invariant, inspection: Inspection): Promise<Findings> {
  await inspection.snapshot('savepoint invariant');
  try {
    return await check(inspection);
  } catch (error) {
    await inspection.snapshot('rollback to savepoint invariant');
    return {
      counts: {},
      breaches: [{ subject: 'the check itself', detail: `could not be finished: ${(error as Error).message}` }],
    };
  }
}

async function readOnly(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'cairn-fsck', connectionTimeoutMillis: 5_000 });
  await client.connect();
  await client.query(`set default_transaction_read_only = on; set app.scope = 'system'`);
  return client;
}

function rowsOf(client: pg.Client): Query {
  return async <Row>(sql: string, parameters: readonly unknown[] = []) =>
    (await client.query(sql, [...parameters])).rows as Row[];
}

async function refuseOtherSchema(client: pg.Client): Promise<void> {
  const differences = await schemaDifferences(async (sql) => (await client.query<{ name: string }>(sql)).rows);
  if (differences.length > 0)
    throw new SchemaError(`The database is at another version (${differences.join(', ')}). Run: npx cairn migrate`);
}
