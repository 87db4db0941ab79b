import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { Environment } from '../../../platform/config/environment.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { Problem } from '../../../platform/http/problem.js';
import { RateLimits } from '../../../platform/http/rate-limits.js';
import { newId } from '../../../platform/ids.js';
import { type JsonObject, VerifyDocument } from '../../credentials/index.js';
import type { BackpackCredential } from '../data/backpack-credential.entity.js';
import { BackpackRepository } from '../data/backpack.repository.js';
import type { ServiceHolder } from '../data/services.repository.js';
import { badgeIdentity, type BadgeIdentity, upsertOf } from '../domain/backpack.js';
import { backpackFull, malformedDocument, notVerified } from '../problems.js';

const MOST_BADGES = 1_000;
/** Each may make us look up an issuer and a status list. */
const LIMIT = { name: 'backpack_store', points: 60, seconds: 60 };

type Kept = Pick<BackpackCredential, 'form' | 'signed'>;

/** Keeps a badge that a learner's service brings, once it verifies. The newer of two with the same issuer and id stays (OB 3.0 §8.4). */
@Injectable()
export class StoreInBackpack {
  constructor(
    private readonly work: UnitOfWork,
    private readonly backpack: BackpackRepository,
    private readonly verify: VerifyDocument,
    private readonly limits: RateLimits,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** As JSON, or as a compact JWS, which is kept letter by letter. */
  async run(holder: ServiceHolder, brought: JsonObject | string): Promise<'create' | 'replace' | 'keep'> {
    await this.limits.spend(LIMIT, holder.grantId);
    const { verified, checks, credential } = await this.verify.run(brought);
    if (!verified || !credential) {
      const faults = checks.filter(({ outcome, reason }) => outcome !== 'passed' && reason !== 'not-checked');
      throw new Problem(notVerified, {
        detail: faults.map(({ check, reason, detail }) => `${check}: ${detail ?? reason}`).join(' '),
      });
    }
    const identity = badgeIdentity(credential);
    if (!identity) throw new Problem(malformedDocument, { detail: 'It is not an Open Badges 3.0 credential with an id.' });
    const kept: Kept =
      typeof brought === 'string' ? { form: 'jws', signed: brought } : { form: 'json', signed: JSON.stringify(brought) };
    return this.work.run(holder, (tx) => this.upsert(tx, holder, identity, kept));
  }

  private async upsert(
    tx: Tx,
    { institutionId, personId, grantId }: ServiceHolder,
    identity: BadgeIdentity,
    kept: Kept,
  ): Promise<'create' | 'replace' | 'keep'> {
    await this.backpack.lock(tx, personId);
    if (await this.isOwnAward(tx, personId, identity.credentialId)) return 'keep';
    const existing = await this.backpack.find(tx, personId, identity.issuer, identity.credentialId);
    const outcome = upsertOf(existing, identity.validFrom);
    if (outcome === 'keep') return outcome;
    if (outcome === 'create' && (await this.backpack.count(tx, personId)) >= MOST_BADGES)
      throw new Problem(backpackFull, { detail: `It holds ${MOST_BADGES} badges of others.` });
    const now = this.clock.now();
    const id = existing?.id ?? newId(now.getTime());
    await this.backpack.save(tx, { id, institutionId, personId, ...identity, ...kept, storedAt: now });
    await recordEvent(tx, {
      institutionId,
      type: outcome === 'create' ? 'backpack_credential.stored' : 'backpack_credential.replaced',
      actorId: personId,
      subject: { type: 'backpack_credential', id },
      particulars: { grantId },
      occurredAt: now,
    });
    return outcome;
  }

  /** What was awarded here is held already, in its newest form. */
  private async isOwnAward(tx: Tx, personId: string, credentialId: string): Promise<boolean> {
    const prefix = `${this.environment.publicUrl}/credentials/`;
    return credentialId.startsWith(prefix) && this.backpack.isAward(tx, personId, credentialId.slice(prefix.length));
  }
}
