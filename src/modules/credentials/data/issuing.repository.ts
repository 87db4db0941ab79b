import { Injectable } from '@nestjs/common';
import { idArray } from '../../../platform/database/id-array.js';
import { insertion } from '../../../platform/database/insertion.js';
import type { FramedText } from '../../../platform/framed-text.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Role } from '../../../platform/http/access.js';
import { groupBy } from '../../../platform/queue/group-by.js';
import { heldAt, type RoleChange } from '../domain/role-record.js';
import type { CredentialIntent } from './credential-intent.entity.js';
import type { Credential } from './credential.entity.js';
import type { NewCredential } from './credentials.repository.js';
import {
  ASSESSOR_CHANGES,
  CREDENTIAL_COLUMNS,
  CREDENTIAL_HASH,
  CREDENTIALS_OF,
  FORMS_OF,
  INTENT_COLUMNS,
  INTENTS,
  INTENTS_OF,
  ISSUED_AMONG,
  LOCK_AWARDS,
  LOCK_ISSUING,
  ROLE_CHANGES,
  STORED_ALONG,
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

/** A form that is about to be stored. PostgreSQL puts its text together and hashes it. */
export type SignedCredential = Omit<NewCredential, 'signed' | 'signedSha256'> & { signed: FramedText };

/** A form of an award, decided and perhaps stored. */
export interface AwardForm extends AwardKey {
  id: string;
  assessmentId: string | null;
  /** `null` while it is not stored. */
  state: Credential['state'] | null;
  issuedAt: Date | null;
}

/** A badge as its learner is told of it. */
export interface IssuedBadge extends AwardKey {
  id: string;
  institutionId: string;
  publicId: string;
  /** `null` of an award from before Cairn. */
  enrollmentId: string | null;
  name: string;
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
  /** Makes chunks of one institution plan one after the other, and each of their awards wait for whoever plans it alone. */
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

  /** Every form ever decided for these people and editions, oldest first. */
  async formsOf(tx: Tx, awards: readonly AwardKey[]): Promise<AwardForm[]> {
    return tx.query<AwardForm>(FORMS_OF, columns(awards));
  }

  /** In no order. */
  async intents(tx: Tx, ids: readonly string[]): Promise<CredentialIntent[]> {
    return ids.length === 0 ? [] : tx.query<CredentialIntent>(INTENTS, [ids]);
  }

  /** The ids of these that are stored already. */
  async stored(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
    return ids.length === 0 ? new Set() : idsOf(await tx.query<{ id: string }>(STORED, [ids]));
  }

  /** Of these, the ones that their learners may be told of, each person's together. */
  async issuedAmong(tx: Tx, ids: readonly string[]): Promise<IssuedBadge[]> {
    return tx.query<IssuedBadge>(ISSUED_AMONG, [ids]);
  }

  /**
   * Stores signed credentials once, in the order of their people: two chunks then never wait for each other in a circle. Those of
   * `unwritten` get their intents with them, and only if they are stored. Answers the ids of the new ones.
   */
  async addOnce(tx: Tx, credentials: readonly SignedCredential[], unwritten: readonly CredentialIntent[]): Promise<Set<string>> {
    const intents = insertion('credential_intent', INTENT_COLUMNS, unwritten.toSorted(byPerson).map(intentRow));
    const before = unwritten.length === 0 ? [] : intents.values;
    const rows = credentials.toSorted(byPerson).map(credentialRow);
    const stored = insertion('credential', CREDENTIAL_COLUMNS, rows, { after: before.length, derived: CREDENTIAL_HASH });
    const once = `${stored.text} on conflict do nothing returning id`;
    const text = unwritten.length === 0 ? once : STORED_ALONG(once, intents.text);
    return idsOf(await tx.query<{ id: string }>(text, [...before, ...stored.values]));
  }

  /** For each: whether the person was an assessor, and one of the offering's, at that time. As the events tell it, not as it is today. */
  async wereAssessors(tx: Tx, judges: readonly Judge[]): Promise<boolean[]> {
    const held = await this.heldRole(tx, judges, ['assessor']);
    const rows = await tx.query<RoleChange & Omit<Judge, 'at'>>(ASSESSOR_CHANGES, [
      [...new Set(judges.map(({ offeringId }) => offeringId))],
      [...new Set(judges.map(({ personId }) => personId))],
    ]);
    const changes = groupBy(rows, placeOf);
    return judges.map(
      (judge, index) => held[index] === true && heldAt(changes.get(placeOf(judge)) ?? [], ['assessor'], judge.at),
    );
  }

  /** For each: whether the person held one of the roles at that time. */
  async heldRole(tx: Tx, judges: readonly Judge[], roles: readonly Role[]): Promise<boolean[]> {
    const personIds = [...new Set(judges.map(({ personId }) => personId))];
    const rows = await tx.query<RoleChange & { personId: string }>(ROLE_CHANGES, [personIds, roles]);
    const changes = groupBy(rows, ({ personId }) => personId);
    return judges.map(({ personId, at }) => heldAt(changes.get(personId) ?? [], roles, at));
  }
}

/** In the order of `CREDENTIAL_COLUMNS`. */
function credentialRow(credential: SignedCredential) {
  return [
    credential.id,
    credential.institutionId,
    credential.publicId,
    credential.enrollmentId,
    credential.personId,
    credential.editionId,
    credential.state,
    credential.issuedAt,
    credential.signed,
  ];
}

/** In the order of `INTENT_COLUMNS`. */
function intentRow(intent: CredentialIntent) {
  return [
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
  ];
}

function placeOf({ offeringId, personId }: Omit<Judge, 'at'>): string {
  return `${offeringId} ${personId}`;
}

function byPerson(a: AwardKey, b: AwardKey): number {
  return a.personId < b.personId || (a.personId === b.personId && a.editionId < b.editionId) ? -1 : 1;
}

function columns(awards: readonly AwardKey[]): [string, string] {
  return [idArray(awards.map(({ personId }) => personId)), idArray(awards.map(({ editionId }) => editionId))];
}

function idsOf(rows: readonly { id: string }[]): Set<string> {
  return new Set(rows.map(({ id }) => id));
}
