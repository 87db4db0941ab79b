import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Lanes } from '../../../../platform/outbound/lanes.js';

const MOST_AT_ONCE = 4;
/** When somebody who found no place comes back, at the earliest. */
const LATER_MS = 1_000;
const SPREAD_MS = 4_000;

/** How much of this process a platform gets: a few calls at a time, and none while it asked for a rest. */
@Injectable()
export class PlatformTurns {
  private readonly resting = new Map<string, number>();

  constructor(
    private readonly lanes: Lanes,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `null`: come in, and leave afterwards. Otherwise when to come back. */
  enter(registrationId: string): Date | null {
    const now = this.clock.now().getTime();
    const until = this.resting.get(registrationId) ?? 0;
    if (until <= now && this.lanes.enter(registrationId, MOST_AT_ONCE)) return null;
    return new Date(Math.max(until, now) + LATER_MS + Math.random() * SPREAD_MS);
  }

  leave(registrationId: string): void {
    this.lanes.leave(registrationId);
  }

  rest(registrationId: string, milliseconds: number): void {
    this.resting.set(registrationId, this.clock.now().getTime() + milliseconds);
  }
}
