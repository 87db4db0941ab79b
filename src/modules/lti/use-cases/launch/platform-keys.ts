import { setTimeout } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { JSONWebKeySet } from 'jose';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { type Registration, RegistrationsRepository } from '../../data/registrations.repository.js';
import { readKeySet } from '../../domain/key-set.js';
import { PlatformHttp } from '../platform-http.js';

const FRESH_MS = 3_600_000;
/** A token by an unknown key must not make us knock at the platform as often as somebody likes. */
const PAUSE_MS = 10_000;
const TURN_MS = 200;
const MOST_TURNS = 15;

/**
 * The keys of platforms, kept in the database for all processes. What was read stays good while the platform does not answer: an hour
 * without its key set is no hour without launches.
 */
@Injectable()
export class PlatformKeys {
  constructor(
    private readonly work: UnitOfWork,
    private readonly registrations: RegistrationsRepository,
    private readonly http: PlatformHttp,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The set that has the key, read anew where it is unknown or old; `null` when no set could ever be read. */
  async having(registration: Registration, keyId: string): Promise<JSONWebKeySet | null> {
    const now = this.clock.now();
    const { jwks, readAt } = await this.work.read(registration, (tx) => this.registrations.keys(tx, registration.id));
    const isKnown = jwks?.keys.some(({ kid }) => kid === keyId) ?? false;
    if (jwks && isKnown && readAt && now.getTime() - readAt.getTime() < FRESH_MS) return jwks;
    return (await this.readAnew(registration, now)) ?? jwks;
  }

  private async readAnew(registration: Registration, now: Date): Promise<JSONWebKeySet | null> {
    const { id, jwksUrl } = registration;
    const notSince = new Date(now.getTime() - PAUSE_MS);
    const isOurTurn = await this.work.run(registration, (tx) => this.registrations.beginReadingKeys(tx, id, now, notSince));
    if (!isOurTurn) return this.readBySomebodyElse(registration);
    const answer = await this.http.getJson(jwksUrl, { accept: 'application/jwk-set+json, application/json' });
    const jwks = answer.ok ? readKeySet(answer.body) : null;
    if (jwks) await this.work.run(registration, (tx) => this.registrations.keepKeys(tx, id, jwks, now));
    return jwks;
  }

  /** A class begins a course together: who comes while the set is being read waits for it rather than being sent away. */
  private async readBySomebodyElse({ institutionId, id }: Registration): Promise<JSONWebKeySet | null> {
    for (let turn = 1; ; turn++) {
      const { jwks, readAt, triedAt } = await this.work.read({ institutionId }, (tx) => this.registrations.keys(tx, id));
      const isRead = readAt !== null && triedAt !== null && readAt >= triedAt;
      if (isRead || turn === MOST_TURNS) return jwks;
      await setTimeout(TURN_MS);
    }
  }
}
