import { type BeforeApplicationShutdown, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import pg from 'pg';

const SCHEDULER_LOCK = 4_201_131;
const TAKE_OVER_SECONDS = 5;

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
  private readonly running = new Set<Promise<void>>();
  private holder: pg.Client | undefined;
  private stopped = false;

  constructor(
    private readonly databaseUrl: string,
    private readonly entries: readonly Entry[],
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.seekLock();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.clearTimers();
    await Promise.all(this.running);
    await this.holder?.end();
  }

  private async seekLock(): Promise<void> {
    if (this.stopped) return;
    const client = new pg.Client({ connectionString: this.databaseUrl, application_name: 'cairn-scheduler', keepAlive: true });
    client.on('error', () => this.lose(client));
    try {
      await client.connect();
      const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [SCHEDULER_LOCK]);
      if (rows[0]?.held && !this.stopped) {
        this.holder = client;
        this.entries.forEach((entry) => this.beat(entry, 0));
        return;
      }
      await client.end();
    } catch (error) {
      this.logger.warn({ message: 'The scheduler cannot reach the database', error: String(error) });
    }
    this.after(TAKE_OVER_SECONDS, () => void this.seekLock());
  }

  private lose(client: pg.Client): void {
    if (this.holder !== client) return;
    this.holder = undefined;
    this.clearTimers();
    this.after(TAKE_OVER_SECONDS, () => void this.seekLock());
  }

  private beat(entry: Entry, seconds: number): void {
    this.after(seconds, () => {
      const run = this.perform(entry).finally(() => {
        this.running.delete(run);
        if (this.holder && !this.stopped) this.beat(entry, entry.everySeconds);
      });
      this.running.add(run);
    });
  }

  private async perform(entry: Entry): Promise<void> {
    try {
      await entry.run();
    } catch (error) {
      this.logger.error({
        message: `Duty ${entry.name} failed; it is due again`,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  }

  private after(seconds: number, act: () => void): void {
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
