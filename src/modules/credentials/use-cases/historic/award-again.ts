import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { newId } from '../../../../platform/ids.js';
import { enqueue } from '../../../../platform/queue/enqueue.js';
import { EditionStore } from '../../../catalog/index.js';
import { PeopleDirectory } from '../../../people/index.js';
import type { Credential } from '../../data/credential.entity.js';
import { CredentialsRepository } from '../../data/credentials.repository.js';
import type { HistoricAward } from '../../data/historic-award.entity.js';
import { HistoricAwardsRepository } from '../../data/historic-awards.repository.js';
import { decideHistoricAward, isUnderWay } from '../../domain/decide-historic-award.js';
import type { Showable } from '../../domain/historic-row.js';
import { awardHistoric } from '../../jobs/award-historic.js';
import { awardWithheld } from '../../problems.js';
import { AwardHistoric } from './award-historic.js';
import { FreezeHistoricAwards } from './freeze-historic-awards.js';

/** Why an award is given again, and whether its learner is written to. */
export interface Repetition {
  /** Stays inside the institution. */
  reason: string;
  letter: boolean;
  /** What the learner agrees to have shown now; left out, what the file says. */
  show?: readonly Showable[] | undefined;
}

/**
 * Gives an award from before Cairn again whose credential was revoked: a new credential of its own, linked to the old one. No file does
 * that by itself. Done twice it is one.
 */
@Injectable()
export class AwardAgain {
  constructor(
    private readonly work: UnitOfWork,
    private readonly credentials: CredentialsRepository,
    private readonly awards: HistoricAwardsRepository,
    private readonly editions: EditionStore,
    private readonly people: PeopleDirectory,
    private readonly freeze: FreezeHistoricAwards,
    private readonly award: AwardHistoric,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The new credential. Throws `credentials.award_withheld`, with the reason. */
  async run(actor: Actor, credentialId: string, repetition: Repetition): Promise<Credential> {
    const { awardId, intentId } = await this.work.runOnce(actor, (tx) => this.plan(tx, actor, credentialId, repetition));
    const [fault] = await this.award.chunk(actor, [{ awardId }]);
    if (fault) throw fault;
    const issued = await this.work.run(actor, (tx) => this.credentials.find(tx, intentId));
    if (!issued)
      throw new Problem(awardWithheld, {
        detail: 'Another credential of it was issued just now.',
        facts: { reason: 'issued-just-now' },
      });
    return issued;
  }

  private async plan(
    tx: Tx,
    actor: Actor,
    credentialId: string,
    { reason, letter, show }: Repetition,
  ): Promise<{ awardId: string; intentId: string }> {
    const revoked = await this.credentials.find(tx, credentialId);
    const intent = revoked && (await this.credentials.findIntent(tx, credentialId));
    const earlier = intent?.historicAwardId ? await this.awards.find(tx, intent.historicAwardId) : null;
    const onFile = earlier && (await this.awards.onFile(tx, earlier.rowId));
    if (!revoked || !earlier || !onFile) throw new Problem(notFound);
    const { personId, editionId } = earlier;
    await this.credentials.lockAward(tx, personId, editionId);
    const [held, intents] = [
      await this.credentials.credentialsOf(tx, personId, editionId),
      await this.credentials.intentsOf(tx, personId, editionId),
    ];
    const edition = await this.editions.find(tx, editionId);
    const membership = await this.people.membershipOf(tx, personId);
    const decision = decideHistoricAward({
      editionKnown: edition !== null,
      learnerSuspended: membership === null || membership.suspendedAt !== null,
      // The one that is named has to be the newest: what came after it would be passed over otherwise.
      credentials: held.at(-1)?.id === credentialId ? held : [...held, { state: 'superseded' as const }],
      underWay: isUnderWay(intents, held),
      again: true,
    });
    if (decision.decision !== 'issue' || !edition) {
      const why = decision.decision === 'issue' ? 'edition-unknown' : decision.reason;
      throw new Problem(awardWithheld, { detail: WHY[why], facts: { reason: why } });
    }
    const again = this.again(actor, earlier, { reason, letter });
    const [planned] = await this.freeze.all(tx, actor.institutionId, [
      { award: again, onFile: { ...onFile, shown: [...(show ?? onFile.shown)] }, edition, earlier: intents.length },
    ]);
    if (!planned) throw new Problem(awardWithheld, { detail: 'The badge would be invalid.', facts: { reason: 'badge-unfit' } });
    const { institutionId } = actor;
    await enqueue(tx, awardHistoric, { awardId: again.id }, { institutionId, dedupeKey: again.id, now: again.awardedAt });
    return { awardId: again.id, intentId: planned.intent.id };
  }

  private again(actor: Actor, earlier: HistoricAward, { reason, letter }: Pick<Repetition, 'reason' | 'letter'>): HistoricAward {
    const now = this.clock.now();
    return {
      ...earlier,
      id: newId(now.getTime()),
      replacesId: earlier.id,
      reason,
      letter,
      awardedBy: actor.personId,
      awardedAt: now,
    };
  }
}

const WHY = {
  'edition-unknown': 'Its edition is gone.',
  'already-issued': 'The learner holds a credential of this edition already.',
  'already-revoked': 'Name the newest credential that the learner had of this edition.',
  'already-expired': 'The newest credential that the learner had of this edition ran out.',
  'not-revoked': 'Only the newest credential of an award can be given again, and only once it was revoked.',
  'under-way': 'A credential of it is being signed. Look again in a moment.',
  'learner-suspended': 'The member is suspended. Reinstate them first.',
} as const;
