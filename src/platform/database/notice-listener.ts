import pg from 'pg';

const RECONNECT_MS = 1_000;

/** Hears what is notified on a channel, on a connection of its own. A lost one is made again; what was said meanwhile is not. */
export class NoticeListener {
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private stopped = false;

  /** `onNotice` is given the payload, or `null` when listening began, also after a gap: anything may have been said before. */
  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly onNotice: (payload: string | null) => void,
  ) {}

  async start(): Promise<void> {
    if (this.stopped) return;
    const client = new pg.Client({
      connectionString: this.url,
      application_name: this.channel.replace('_', '-'),
      keepAlive: true,
    });
    this.client = client;
    client.on('notification', ({ payload }) => this.onNotice(payload ?? ''));
    client.on('error', () => this.reconnect(client));
    client.on('end', () => this.reconnect(client));
    try {
      await client.connect();
      await client.query(`listen ${this.channel}`);
      this.onNotice(null);
    } catch {
      // The database is away; the retry is the handling.
      this.reconnect(client);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    const client = this.client;
    this.client = undefined;
    await client?.end();
  }

  private reconnect(client: pg.Client): void {
    if (this.stopped || this.client !== client) return;
    this.client = undefined;
    client.removeAllListeners('end');
    client.end().catch(() => client.removeAllListeners());
    this.retry = setTimeout(() => void this.start(), RECONNECT_MS);
    this.retry.unref();
  }
}
