import { Injectable } from '@nestjs/common';
import { insertion } from '../../../platform/database/insertion.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** Who somebody of a platform is here. Its `sub` means something together with the registration alone. */
export interface Identity {
  id: string;
  institutionId: string;
  registrationId: string;
  subject: string;
  personId: string;
  /** Made for it, and not yet claimed into an account of their own. */
  isGuest: boolean;
  createdAt: Date;
  lastLaunchAt: Date | null;
}

/** By which platform an account is come into. */
export interface WayIn {
  id: string;
  institutionId: string;
  registrationId: string;
  platform: string;
  institution: string;
  createdAt: Date;
  lastLaunchAt: Date | null;
}

const COLUMNS = `id, institution_id as "institutionId", registration_id as "registrationId", subject, person_id as "personId",
  is_guest as "isGuest", created_at as "createdAt", last_launch_at as "lastLaunchAt"`;

const INSERTED = {
  id: 'uuid',
  institution_id: 'uuid',
  registration_id: 'uuid',
  subject: 'text',
  person_id: 'uuid',
  is_guest: 'boolean',
  created_at: 'timestamptz',
  last_launch_at: 'timestamptz',
};

@Injectable()
export class IdentitiesRepository {
  /** Locks it, so that two launches of one person come one after the other. */
  async findLocked(tx: Tx, registrationId: string, subject: string): Promise<Identity | null> {
    const [identity] = await tx.query<Identity>(
      `select ${COLUMNS} from lti_identity where registration_id = $1 and subject = $2 for update`,
      [registrationId, subject],
    );
    return identity ?? null;
  }

  async find(tx: Tx, registrationId: string, subject: string): Promise<Identity | null> {
    const [identity] = await tx.query<Identity>(
      `select ${COLUMNS} from lti_identity where registration_id = $1 and subject = $2`,
      [registrationId, subject],
    );
    return identity ?? null;
  }

  async findByIdLocked(tx: Tx, id: string): Promise<Identity | null> {
    const [identity] = await tx.query<Identity>(`select ${COLUMNS} from lti_identity where id = $1 for update`, [id]);
    return identity ?? null;
  }

  /** By which a person came into a context of the platform, last. */
  async ofContext(tx: Tx, personId: string, contextId: string): Promise<Identity | null> {
    const [identity] = await tx.query<Identity>(
      `select ${COLUMNS} from lti_identity
        where person_id = $1 and registration_id = (
          select d.registration_id from lti_context c join lti_deployment d on d.id = c.deployment_id where c.id = $2)
        order by last_launch_at desc nulls last limit 1`,
      [personId, contextId],
    );
    return identity ?? null;
  }

  /** In a system scope: an account has ways in at any institution. The oldest first. */
  async ofPerson(tx: Tx, personId: string): Promise<WayIn[]> {
    return tx.query<WayIn>(
      `select i.id, i.institution_id as "institutionId", i.registration_id as "registrationId", r.name as platform,
              n.name as institution, i.created_at as "createdAt", i.last_launch_at as "lastLaunchAt"
         from lti_identity i join lti_registration r on r.id = i.registration_id join institution n on n.id = i.institution_id
        where i.person_id = $1 order by i.created_at, i.id`,
      [personId],
    );
  }

  /** Makes it that of somebody who has an account. */
  async settle(tx: Tx, id: string, personId: string): Promise<void> {
    await tx.query('update lti_identity set person_id = $2, is_guest = false where id = $1', [id, personId]);
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query('delete from lti_identity where id = $1', [id]);
  }

  /** Two who meet the same person first, by a launch or a roster, meet one after the other; in one order, so that none waits in a circle. */
  async lockSubjects(tx: Tx, registrationId: string, subjects: readonly string[]): Promise<void> {
    await tx.query(
      `with asked as materialized (select distinct hashtextextended(concat('lti ', $1::text, ' ', s), 0) as key from unnest($2::text[]) as s order by 1)
       select pg_advisory_xact_lock(key) from asked`,
      [registrationId, subjects],
    );
  }

  /** By subject; who is not known is missing. */
  async ofSubjects(tx: Tx, registrationId: string, subjects: readonly string[]): Promise<Map<string, Identity>> {
    const found = await tx.query<Identity>(
      `select ${COLUMNS} from lti_identity where registration_id = $1 and subject = any($2::text[])`,
      [registrationId, subjects],
    );
    return new Map(found.map((identity) => [identity.subject, identity]));
  }

  /** In one statement; some hundreds at once. */
  async addAll(tx: Tx, identities: readonly Identity[]): Promise<void> {
    if (identities.length === 0) return;
    const rows = identities.map((one) => [
      one.id,
      one.institutionId,
      one.registrationId,
      one.subject,
      one.personId,
      one.isGuest,
      one.createdAt,
      one.lastLaunchAt,
    ]);
    const { text, values } = insertion('lti_identity', INSERTED, rows);
    await tx.query(text, values);
  }

  async add(tx: Tx, one: Identity): Promise<void> {
    await tx.query(
      `insert into lti_identity (id, institution_id, registration_id, subject, person_id, is_guest, created_at, last_launch_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [one.id, one.institutionId, one.registrationId, one.subject, one.personId, one.isGuest, one.createdAt, one.lastLaunchAt],
    );
  }

  async noteLaunch(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.query('update lti_identity set last_launch_at = $2 where id = $1', [id, at]);
  }
}
