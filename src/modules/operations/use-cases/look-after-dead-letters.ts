import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/http/access.js';
import { readCursor } from '../../../platform/http/paging.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { type DeadLetter, DeadLetters } from '../../../platform/queue/dead-letters.js';
import { ReadHealth } from './read-health.js';

/** Work that was set aside: of the institution, and of all for who runs the installation. */
@Injectable()
export class LookAfterDeadLetters {
  constructor(
    private readonly letters: DeadLetters,
    private readonly health: ReadHealth,
  ) {}

  /** The newest first, one more than `limit`. */
  async list(actor: Actor, { cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<DeadLetter[]> {
    return this.letters.list(limit + 1, readCursor(cursor), await this.health.scopeOf(actor));
  }

  /** Throws `request.not_found` when nothing of theirs is set aside by that id. */
  async redrive(actor: Actor, id: string): Promise<void> {
    if (!(await this.letters.redrive(id, actor.personId, await this.health.scopeOf(actor)))) throw new Problem(notFound);
  }
}
