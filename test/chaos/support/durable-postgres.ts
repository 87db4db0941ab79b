import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../../src/platform/database/embedded/index.js';
import { freePort } from '../../../src/platform/database/embedded/free-port.js';

const MAX_CONNECTIONS = 250;

/** A PostgreSQL that keeps what it acknowledges, on a port that stays the same when it is stopped and started. */
export class DurablePostgres {
  private readonly pool: pg.Pool;

  private constructor(
    private server: EmbeddedPostgres,
    private readonly folder: string,
  ) {
    this.pool = new pg.Pool({ connectionString: this.superuserUrl, max: 4, application_name: 'chaos' });
    // The drills cut these connections too; the next question opens a new one.
    this.pool.on('error', () => undefined);
  }

  /** `folder` must be one that an unprivileged user may pass: as root, the server runs as another user. */
  static async start(folder: string): Promise<DurablePostgres> {
    return new DurablePostgres(await startServer(folder, await freePort()), folder);
  }

  get ownerUrl(): string {
    return this.server.ownerUrl;
  }

  get applicationUrl(): string {
    return this.server.applicationUrl;
  }

  /** Asks as superuser, whom row-level security does not bind. */
  async rows<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query(sql, parameters)).rows as Row[];
  }

  /** A connection of one's own, for locks and transactions. End it afterwards. */
  async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.superuserUrl, application_name: 'chaos' });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** Ends every connection of Cairn. Returns how many there were. */
  async endConnections(): Promise<number> {
    const [ended] = await this.rows<{ count: number }>(
      `select count(pg_terminate_backend(pid))::int as count from pg_stat_activity
        where datname = 'cairn' and backend_type = 'client backend' and application_name <> 'chaos'`,
    );
    return ended?.count ?? 0;
  }

  /** Immediate shutdown: no goodbye, no checkpoint; the next start recovers from the log. */
  async stopAtOnce(): Promise<void> {
    process.kill(this.server.processId, 'SIGQUIT');
    await this.server.exited;
  }

  async startAgain(): Promise<void> {
    this.server = await startServer(this.folder, this.server.port);
  }

  async end(): Promise<void> {
    await this.pool.end();
    await this.server.stop();
  }

  private get superuserUrl(): string {
    const url = new URL(this.server.superuserUrl);
    url.pathname = '/cairn';
    return url.href;
  }
}

async function startServer(folder: string, port: number): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ dataDirectory: folder, port, durable: true, maxConnections: MAX_CONNECTIONS });
}
