import { type BeforeApplicationShutdown, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import pg from 'pg';

const SCHEDULER_LOCK = 4_201_131;

interface Entry {
  name: string;
  everySeconds: number;
  run(): Promise<unknown>;
}

/**
 * Runs each duty on its beat, in the one process that holds the advisory lock. The lock belongs to a connection:
 * when the process or the connection dies, another one takes over.
 */
export class Timetable implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Scheduler');
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly running = new Map<Entry, Promise<void>>();
  private seeking: Promise<void> = Promise.resolve();
  private written: Promise<void> = Promise.resolve();
  private holder: pg.Client | undefined;
  private stopped = false;

  /** `takeOverSeconds`: how long somebody else's lock, or a lost connection, is left alone before the next try. */
  constructor(
    private readonly databaseUrl: string,
    private readonly entries: readonly Entry[],
    private readonly takeOverSeconds = 5,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.seek();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.clearTimers();
    await this.seeking;
    await Promise.all(this.running.values());
    await this.holder?.end();
  }

  private seek(): Promise<void> {
    this.seeking = this.seekLock();
    return this.seeking;
  }

  private async seekLock(): Promise<void> {
    const client = new pg.Client({ connectionString: this.databaseUrl, application_name: 'cairn-scheduler', keepAlive: true });
    client.on('error', () => this.lose(client));
    if (await this.takesLock(client)) {
      this.holder = client;
      this.entries.forEach((entry) => this.beat(client, entry, 0));
      return;
    }
    await close(client);
    this.after(this.takeOverSeconds, () => void this.seek());
  }

  private async takesLock(client: pg.Client): Promise<boolean> {
    try {
      await client.connect();
      const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [SCHEDULER_LOCK]);
      return rows[0]?.held === true && !this.stopped;
    } catch (error) {
      this.logger.warn({ message: 'The scheduler cannot reach the database', error: String(error) });
      return false;
    }
  }

  private lose(client: pg.Client): void {
    if (this.holder !== client) return;
    this.holder = undefined;
    this.clearTimers();
    void close(client);
    this.after(this.takeOverSeconds, () => void this.seek());
  }

  /** Beats go on for as long as the lock that they began under is held; the next holder begins its own. */
  private beat(under: pg.Client, entry: Entry, seconds: number): void {
    this.after(seconds, () => void this.keepBeat(under, entry));
  }

  private async keepBeat(under: pg.Client, entry: Entry): Promise<void> {
    // The lock may have been lost and taken again while a run is still going on.
    await this.running.get(entry);
    if (this.holder !== under || this.stopped) return;
    const run = this.perform(under, entry);
    this.running.set(entry, run);
    await run;
    this.running.delete(entry);
    if (this.holder === under) this.beat(under, entry, entry.everySeconds);
  }

  private async perform(under: pg.Client, entry: Entry): Promise<void> {
    const startedAt = new Date();
    let failure: string | null = null;
    try {
      await entry.run();
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error);
      this.logger.error({
        message: `Duty ${entry.name} failed; it is due again`,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
    // One at a time: they share the connection of the lock.
    this.written = this.written.then(() => this.remember(under, entry, startedAt, failure));
    await this.written;
  }

  /** For who looks after Cairn. Where the connection is lost the lock is too, and the next holder writes its own runs down. */
  private async remember(under: pg.Client, { name }: Entry, startedAt: Date, failure: string | null): Promise<void> {
    await under
      .query(
        `insert into duty_run (name, started_at, finished_at, error) values ($1, $2, $3, $4)
         on conflict (name) do update set started_at = excluded.started_at, finished_at = excluded.finished_at, error = excluded.error`,
        [name, startedAt, new Date(), failure?.slice(0, 500) ?? null],
      )
      .catch((error: unknown) => this.logger.warn({ message: `The run of ${name} was not written down`, error: String(error) }));
  }

  private after(seconds: number, act: () => void): void {
    if (this.stopped) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      act();
    }, seconds * 1_000);
    this.timers.add(timer);
  }

  private clearTimers(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    this.timers.clear();
  }
}

/** Its connection may be gone already, which is as good. */
async function close(client: pg.Client): Promise<void> {
  await client.end().catch(() => undefined);
}
