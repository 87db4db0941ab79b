import { createHash } from 'node:crypto';
import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DATABASE, type DatabaseConnections } from '../../../../platform/database/connections.js';
import { NoticeListener } from '../../../../platform/database/notice-listener.js';
import { system } from '../../../../platform/database/scope.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { STATUS_LIST_CHANNEL, StatusListsRepository } from '../../data/status-lists.repository.js';

/** A signed list, ready to be sent. */
export interface ListBytes {
  body: Buffer;
  /** Strong (RFC 9110 §8.8.3): another byte, another ETag. */
  etag: string;
  version: number;
}

const SCOPE = system('status lists are public');
const POLL_MS = 5_000;
/** Some 20 KB each. */
const MOST_KEPT = 500;

/**
 * Published status lists in memory: whoever checks a badge asks for one, and none of that reaches the database. Every process hears
 * when a list was signed anew, and looks again by itself every few seconds in case a notice was lost.
 */
@Injectable()
export class StatusListBytes implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('StatusLists');
  private readonly kept = new Map<string, ListBytes>();
  private readonly listener: NoticeListener;
  private poll: NodeJS.Timeout | undefined;

  constructor(
    @Inject(DATABASE) connections: DatabaseConnections,
    private readonly work: UnitOfWork,
    private readonly lists: StatusListsRepository,
  ) {
    this.listener = new NoticeListener(connections.applicationUrl, STATUS_LIST_CHANNEL, (id) => {
      if (id === null) void this.refresh();
      else if (this.kept.has(id)) void this.tolerantly(() => this.read(id));
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    this.poll = setInterval(() => void this.refresh(), POLL_MS);
    await this.listener.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.poll);
    await this.listener.stop();
  }

  /** What is in memory. */
  find(id: string): ListBytes | undefined {
    return this.kept.get(id);
  }

  /** What is published, from memory or else from the database; `null`: there is no such list. */
  async load(id: string): Promise<ListBytes | null> {
    return this.kept.get(id) ?? this.read(id);
  }

  /** Looks for what changed without a notice that was heard. */
  private async refresh(): Promise<void> {
    if (this.kept.size === 0) return;
    await this.tolerantly(async () => {
      const current = await this.work.run(SCOPE, (tx) => this.lists.versions(tx, [...this.kept.keys()]));
      for (const { id, version } of current) if (version !== this.kept.get(id)?.version) await this.read(id);
    });
  }

  private async tolerantly(look: () => Promise<unknown>): Promise<void> {
    try {
      await look();
    } catch (error) {
      // The database is away. What is kept may be outdated by the time it comes back, and then this is asked again.
      this.logger.warn({ message: 'Status lists cannot be looked up', error: String(error) });
    }
  }

  private async read(id: string): Promise<ListBytes | null> {
    const list = await this.work.run(SCOPE, (tx) => this.lists.published(tx, id));
    if (!list) return null;
    const newest = this.kept.get(id);
    // Two reads may end in the wrong order.
    if (newest && newest.version > list.version) return newest;
    const etag = `"${createHash('sha256').update(list.signed).digest('base64url').slice(0, 22)}"`;
    const bytes = { body: Buffer.from(list.signed), etag, version: list.version };
    const [oldest] = this.kept.keys();
    if (this.kept.size >= MOST_KEPT && !newest && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(id, bytes);
    return bytes;
  }
}
