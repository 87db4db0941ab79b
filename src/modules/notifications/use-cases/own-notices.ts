import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { readCursor } from '../../../platform/http/paging.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { NoticesRepository, type ReadableNotice } from '../data/notices.repository.js';

export interface NoticesQuery {
  unread: boolean;
  cursor?: string | undefined;
  limit: number;
}

/** Nobody reads the number beyond. */
const MOST_COUNTED = 100;

/** What a person was told, and what of it they have read. */
@Injectable()
export class OwnNotices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notices: NoticesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { unread, cursor, limit }: NoticesQuery): Promise<ReadableNotice[]> {
    return this.work.read(actor, (tx) => this.notices.list(tx, actor.personId, { unread, after: readCursor(cursor), limit }));
  }

  async countUnread(actor: Actor): Promise<number> {
    return this.work.read(actor, (tx) => this.notices.countUnread(tx, actor.personId, MOST_COUNTED));
  }

  async mark(actor: Actor, id: string, isRead: boolean): Promise<void> {
    const readAt = isRead ? this.clock.now() : null;
    const isMarked = await this.work.run(actor, (tx) => this.notices.mark(tx, actor.personId, id, readAt));
    if (!isMarked) throw new Problem(notFound);
  }

  async markAll(actor: Actor): Promise<void> {
    await this.work.run(actor, (tx) => this.notices.markAll(tx, actor.personId, this.clock.now()));
  }
}
