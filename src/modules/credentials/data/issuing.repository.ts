import { Injectable } from '@nestjs/common';
import { insertion } from '../../../platform/database/insertion.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Role } from '../../../platform/http/access.js';
import type { CredentialIntent } from './credential-intent.entity.js';
import type { Credential } from './credential.entity.js';
import type { NewCredential } from './credentials.repository.js';
import {
  ASSESSORS_AT,
  CREDENTIAL_COLUMNS,
  CREDENTIALS_OF,
  HELD_ROLE_AT,
  INTENT_COLUMNS,
  INTENTS_OF,
  LOCK_AWARDS,
  LOCK_ISSUING,
  STORED,
} from './issuing.sql.js';

/** One person's award of one edition. */
export interface AwardKey {
  personId: string;
  editionId: string;
}

export interface HeldCredential extends AwardKey {
  id: string;
  state: Credential['state'];
}

/** Somebody who gave a verdict, where and when. */
export interface Judge {
  offeringId: string;
  personId: string;
  at: Date;
}

/** Reads and writes for hundreds of awards at once; the sets are at most a chunk. */
@Injectable()
export class IssuingRepository {
  /** Makes chunks of one institution decide one after the other, and each of their awards wait for whoever decides it alone. */
  async lock(tx: Tx, institutionId: string, awards: readonly AwardKey[]): Promise<void> {
    await tx.query(LOCK_ISSUING, [institutionId]);
    await tx.query(LOCK_AWARDS, columns(awards));
  }

  /** Every award ever decided for these people and editions, oldest first. */
  async intentsOf(tx: Tx, awards: readonly AwardKey[]): Promise<CredentialIntent[]> {
    return tx.query<CredentialIntent>(INTENTS_OF, columns(awards));
  }

  /** Every credential that they ever had for these editions, oldest first. */
  async credentialsOf(tx: Tx, awards: readonly AwardKey[]): Promise<HeldCredential[]> {
    return tx.query<HeldCredential>(CREDENTIALS_OF, columns(awards));
  }

  async addIntents(tx: Tx, intents: readonly CredentialIntent[]): Promise<void> {
    const { text, values } = insertion(
      'credential_intent',
      INTENT_COLUMNS,
      intents.map((intent) => [
        intent.id,
        intent.institutionId,
        intent.enrollmentId,
        intent.personId,
        intent.editionId,
        intent.achievementId,
        intent.assessmentId,
        intent.version,
        intent.publicId,
        intent.document,
        intent.documentSha256,
        intent.proofCreated,
        intent.signingKeyId,
        intent.statusListId,
        intent.statusIndex,
        intent.supersedesId,
        intent.createdAt,
      ]),
    );
    await tx.query(text, values);
  }

  /** The ids of these that are stored already. */
  async stored(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
    return idsOf(await tx.query<{ id: string }>(STORED, [ids]));
  }

  /** Stores signed credentials once, in the order of their people: two chunks then never wait for each other in a circle. Answers the ids of the new ones. */
  async addOnce(tx: Tx, credentials: readonly NewCredential[]): Promise<Set<string>> {
    const { text, values } = insertion(
      'credential',
      CREDENTIAL_COLUMNS,
      credentials
        .toSorted((a, b) => (a.personId < b.personId ? -1 : 1))
        .map((credential) => [
          credential.id,
          credential.institutionId,
          credential.publicId,
          credential.enrollmentId,
          credential.personId,
          credential.editionId,
          credential.state,
          credential.signed,
          credential.signedSha256,
          credential.issuedAt,
        ]),
    );
    return idsOf(await tx.query<{ id: string }>(`${text} on conflict do nothing returning id`, values));
  }

  /** For each: whether the person was an assessor, and one of the offering's, at that time. As the events tell it, not as it is today. */
  async wereAssessors(tx: Tx, judges: readonly Judge[]): Promise<boolean[]> {
    const rows = await tx.query<{ entitled: boolean }>(ASSESSORS_AT, [
      judges.map(({ offeringId }) => offeringId),
      judges.map(({ personId }) => personId),
      judges.map(({ at }) => at.toISOString()),
    ]);
    return rows.map(({ entitled }) => entitled);
  }

  /** For each: whether the person held one of the roles at that time. */
  async heldRole(tx: Tx, judges: readonly Judge[], roles: readonly Role[]): Promise<boolean[]> {
    const rows = await tx.query<{ held: boolean }>(HELD_ROLE_AT, [
      judges.map(({ personId }) => personId),
      judges.map(({ at }) => at.toISOString()),
      roles,
    ]);
    return rows.map(({ held }) => held);
  }
}

function columns(awards: readonly AwardKey[]): [string[], string[]] {
  return [awards.map(({ personId }) => personId), awards.map(({ editionId }) => editionId)];
}

function idsOf(rows: readonly { id: string }[]): Set<string> {
  return new Set(rows.map(({ id }) => id));
}
