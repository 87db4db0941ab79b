import { setImmediate as nextTurn } from 'node:timers/promises';
import pg from 'pg';

type Borrower = (error: Error | undefined, client: pg.PoolClient | undefined, done: (release?: unknown) => void) => void;

/**
 * The connections of one of BullMQ's queues or workers to PostgreSQL. Of BullMQ's own, the one that listens can be cut before
 * anybody hears its errors: unheard, an error ends the process; swallowed, the worker would listen on a dead connection for ever.
 */
export class QueuePool extends pg.Pool {
  private readonly cut = new WeakSet<pg.PoolClient>();

  constructor(url: string) {
    super({
      connectionString: url,
      options: '-c search_path=bullmq',
      // One of them is a worker's for as long as it listens.
      max: 4,
      keepAlive: true,
    });
    this.on('connect', (client) => client.on('error', () => this.cut.add(client)));
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Borrower): void;
  override connect(callback?: Borrower): Promise<pg.PoolClient> | void {
    if (callback) return super.connect(callback);
    return this.lend();
  }

  private async lend(): Promise<pg.PoolClient> {
    const client = await super.connect();
    // The end of a connection may have come in one packet with its beginning, and is then told before the borrower runs.
    await nextTurn();
    if (!this.cut.has(client)) return client;
    client.release(true);
    throw new Error('The connection was cut as soon as it was made');
  }
}
