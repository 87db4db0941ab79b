import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Lanes } from '../../../../platform/outbound/lanes.js';

const MOST_AT_ONCE = 4;
/** When somebody who found no place comes back, at the earliest. */
const LATER_MS = 1_000;
/** Between two who come back: what a call takes, shared by all lanes. */
const BETWEEN_MS = 250;
const LONGEST_QUEUE_MS = 3_600_000;

/** How much of this process a platform gets: a few calls at a time, and none while it asked for a rest. */
@Injectable()
export class PlatformTurns {
  private readonly resting = new Map<string, number>();
  /** When the next one is told to come back: ten thousand who find no place must not all try again each second. */
  private readonly next = new Map<string, number>();

  constructor(
    private readonly lanes: Lanes,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `null`: come in, and leave afterwards. Otherwise when to come back. */
  enter(registrationId: string): Date | null {
    const now = this.clock.now().getTime();
    const until = this.resting.get(registrationId) ?? 0;
    if (until <= now && this.lanes.enter(registrationId, MOST_AT_ONCE)) return null;
    const turn = Math.max(until, now + LATER_MS, this.next.get(registrationId) ?? 0);
    this.next.set(registrationId, Math.min(turn + BETWEEN_MS, Math.max(until, now) + LONGEST_QUEUE_MS));
    return new Date(turn);
  }

  leave(registrationId: string): void {
    this.lanes.leave(registrationId);
  }

  rest(registrationId: string, milliseconds: number): void {
    this.resting.set(registrationId, this.clock.now().getTime() + milliseconds);
  }
}
