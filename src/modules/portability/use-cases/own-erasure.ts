import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { SignedIn } from '../../../platform/http/access.js';
import { actingScope } from '../../../platform/http/acting-scope.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { ProveOwnPassword, type Visitor } from '../../people/index.js';
import { type Erasure, ErasuresRepository } from '../data/erasures.repository.js';
import { type BadgeFate, erasureState } from '../domain/erasure.js';
import { erasureSettled } from '../problems.js';
import { PlanErasure } from './plan-erasure.js';
import { TellErased } from './tell-erased.js';

/** One's own erasure at the acting institution: asked for with the password, and taken back without it. */
@Injectable()
export class OwnErasure {
  constructor(
    private readonly work: UnitOfWork,
    private readonly erasures: ErasuresRepository,
    private readonly provePassword: ProveOwnPassword,
    private readonly plan: PlanErasure,
    private readonly tell: TellErased,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The newest; `null`: it was never asked for. */
  async read(signedIn: SignedIn): Promise<Erasure | null> {
    const { institutionId } = actingScope(signedIn);
    return this.work.run({ institutionId }, (tx) => this.erasures.newest(tx, institutionId, signedIn.personId));
  }

  async request(signedIn: SignedIn, wish: { password: string; badges: BadgeFate }, visitor: Visitor): Promise<Erasure> {
    const { institutionId } = actingScope(signedIn);
    const { personId } = signedIn;
    await this.provePassword.run(signedIn, wish.password, visitor);
    return this.work.run({ institutionId }, (tx) =>
      this.plan.in(tx, { institutionId, personId, requestedBy: personId, badges: wish.badges }),
    );
  }

  async cancel(signedIn: SignedIn): Promise<Erasure> {
    const { institutionId } = actingScope(signedIn);
    const { personId } = signedIn;
    return this.work.run({ institutionId }, async (tx) => {
      const newest = await this.erasures.newest(tx, institutionId, personId);
      const own = newest && (await this.erasures.findLocked(tx, institutionId, newest.id));
      if (!own) throw new Problem(notFound);
      if (erasureState(own) === 'cancelled') return own;
      if (erasureState(own) !== 'waiting') throw new Problem(erasureSettled, { detail: 'It has begun, or was answered.' });
      const now = this.clock.now();
      await this.erasures.cancel(tx, own.id, now);
      await recordEvent(tx, {
        institutionId,
        type: 'erasure.cancelled',
        actorId: personId,
        subject: { type: 'person', id: personId },
        particulars: { erasureId: own.id },
        occurredAt: now,
      });
      await this.tell.in(tx, own, 'erasure_cancelled');
      return { ...own, cancelledAt: now };
    });
  }
}
