import type pg from 'pg';
import type { DurablePostgres } from './durable-postgres.js';
import { until } from './until.js';

const LOCK = 7_310_442;

/** A statement to stop at, for instance `{ before: 'insert', table: 'credential' }`. */
export interface Stop {
  before: 'insert' | 'update';
  table: string;
  /** On the row that is written, in SQL: `new.done_at is not null`. */
  when?: string;
}

/**
 * A place in the database that nobody passes until it is opened: a trigger on one table waits for a lock that the gate holds. So
 * a process can be met exactly there, for as long as it takes, and killed or paused.
 */
export class Gate {
  private opened = false;

  private constructor(
    private readonly database: DurablePostgres,
    private readonly holder: pg.Client,
    private readonly stop: Stop,
  ) {}

  static async close(database: DurablePostgres, stop: Stop): Promise<Gate> {
    const holder = await database.connect();
    await holder.query('select pg_advisory_lock($1)', [LOCK]);
    const condition = stop.when ? `when (${stop.when})` : '';
    await holder.query(`
      create or replace function chaos_gate() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock_shared(${LOCK});
        return new;
      end $$;
      create trigger chaos_gate before ${stop.before} on ${stop.table} for each row ${condition} execute function chaos_gate()`);
    return new Gate(database, holder, stop);
  }

  /** Resolves when so many stand before the gate. */
  async awaitArrival(count = 1): Promise<void> {
    await until(`somebody before the ${this.stop.before} on ${this.stop.table}`, async () => (await this.waiting()) >= count);
  }

  /** Lets everybody through. May be called again, and after the database was gone. */
  async open(): Promise<void> {
    if (this.opened) return;
    this.opened = true;
    // The lock belongs to the connection.
    await this.holder.end();
  }

  /** Opens it and takes it down, which waits for every transaction that has passed it. */
  async remove(): Promise<void> {
    await this.open();
    await this.database.rows(`drop trigger if exists chaos_gate on ${this.stop.table}`);
  }

  private async waiting(): Promise<number> {
    const [row] = await this.database.rows<{ count: number }>(
      `select count(*)::int as count from pg_locks l join pg_stat_activity a using (pid)
        where l.locktype = 'advisory' and l.objid = $1 and not l.granted and a.wait_event_type = 'Lock'`,
      [LOCK],
    );
    return row?.count ?? 0;
  }
}

/** Reading a table has to wait while `act` runs. `awaitReader` resolves when the first one stands there. */
export async function whileUnreadable(
  database: DurablePostgres,
  table: string,
  act: (awaitReader: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const holder = await database.connect();
  const asked = async (mode: string, condition: string) => {
    const rows = await database.rows(`select from pg_locks where relation = $1::regclass and mode = $2 and ${condition}`, [
      table,
      mode,
    ]);
    return rows.length > 0;
  };
  try {
    await holder.query('begin');
    const locked = holder.query(`lock table ${table} in access exclusive mode`);
    // Whoever reads the table now may finish first; whoever comes later stands behind the request.
    await until(`a request to lock ${table}`, () => asked('AccessExclusiveLock', 'true'));
    await act(async () => {
      await locked;
      await until(`a reader of ${table}`, () => asked('AccessShareLock', 'not granted'));
    });
  } finally {
    await holder.query('rollback');
    await holder.end();
  }
}
