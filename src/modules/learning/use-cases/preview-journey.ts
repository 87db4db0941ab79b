import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { journeyOf, type Journey } from './read-journey.js';
import type { PreviewStanding } from '../domain/preview.js';
import { PreviewLearner } from './preview-learner.js';

/** The way through a draft as a learner would see it who stands somewhere on it. */
@Injectable()
export class PreviewJourney {
  constructor(
    private readonly work: UnitOfWork,
    private readonly preview: PreviewLearner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, microCredentialId: string, standing: PreviewStanding): Promise<Journey> {
    return this.work.run(actor, async (tx) => {
      const { learner } = await this.preview.in(tx, actor, microCredentialId, standing);
      return { ...journeyOf(learner, null, this.clock.now()), offering: { title: '', endsAt: null }, mayArrange: false };
    });
  }
}
