import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { system } from '../../../../platform/database/scope.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notAllowed } from '../../../../platform/http/problems.js';
import { PeopleDirectory } from '../../../people/index.js';
import { type ToolKey, ToolKeysRepository } from '../../data/keys.repository.js';
import { nextKeyWaits } from '../../problems.js';
import { ToolKeys } from '../tool-keys.js';

export interface ShownToolKeys {
  keys: ToolKey[];
  now: Date;
  canRotate: boolean;
}

/** The keys of the installation, shown to its administrators and replaced by who runs it. */
@Injectable()
export class LookAfterToolKeys {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: ToolKeysRepository,
    private readonly toolKeys: ToolKeys,
    private readonly people: PeopleDirectory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async shown(actor: Actor): Promise<ShownToolKeys> {
    // Makes the first.
    await this.toolKeys.published();
    const now = this.clock.now();
    const scope = system('keys towards platforms belong to the installation');
    const keys = await this.work.read(scope, (tx) => this.keys.shown(tx, now));
    return { keys, now, canRotate: !waits(keys, now) && (await this.runsIt(actor)) };
  }

  /** Throws `request.not_allowed` for who does not run the installation, `lti.next_key_waits` while one is on its way. */
  async rotate(actor: Actor): Promise<void> {
    if (!(await this.runsIt(actor))) {
      throw new Problem(notAllowed, {
        detail: 'The keys belong to the whole installation. Ask who runs it.',
        facts: { reason: 'not_the_operator' },
      });
    }
    const { keys, now } = await this.shown(actor);
    if (waits(keys, now)) {
      throw new Problem(nextKeyWaits, {
        detail: 'It signs from a day after it was made, so that every platform knows it by then.',
      });
    }
    const id = await this.toolKeys.rotate();
    const { institutionId, personId } = actor;
    await this.work.run(actor, (tx) =>
      recordEvent(tx, {
        institutionId,
        type: 'lti.keys_rotated',
        actorId: personId,
        subject: { type: 'lti_key', id },
        occurredAt: now,
      }),
    );
  }

  private async runsIt(actor: Actor): Promise<boolean> {
    return this.work.run(actor, (tx) => this.people.isOperator(tx, actor.personId));
  }
}

function waits(keys: readonly ToolKey[], now: Date): boolean {
  return keys.some(({ signsFrom }) => signsFrom > now);
}
