import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { newId } from '../../../../platform/ids.js';
import { LineItemsRepository } from '../../data/line-items.repository.js';
import { ScoresRepository } from '../../data/scores.repository.js';
import type { Target } from '../../domain/target.js';
import { planSending } from './plan-sending.js';

/** The column of a link, as a launch by it tells (AGS 2.0 §3.1). */
export interface LearntColumn {
  institutionId: string;
  contextId: string;
  /** Ours, of `lti_resource_link`. */
  resourceLinkId: string;
  url: string;
  target: Target;
}

/** Remembers where the scores of a link go. The database asks for those of whoever learns there already. */
@Injectable()
export class LearnColumn {
  constructor(
    private readonly lineItems: LineItemsRepository,
    private readonly scores: ScoresRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the launch's transaction, after its context was renewed, which locks it. */
  async in(tx: Tx, column: LearntColumn): Promise<void> {
    const now = this.clock.now();
    const known = await this.lineItems.ofLink(tx, column.resourceLinkId);
    // The platform may have made it anew under another address.
    if (known && known.url !== column.url && (await this.lineItems.move(tx, known.id, column.url))) {
      const all = await this.scores.askAllAnew(tx, known.id);
      await planSending(
        tx,
        all.map((key) => ({ ...key, institutionId: column.institutionId })),
        now,
      );
    }
    await this.lineItems.keep(tx, { ...column, id: newId(now.getTime()), createdAt: now });
  }
}
