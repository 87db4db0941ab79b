import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { LtiMessage } from '../domain/message.js';

/** A proved message that waits for its answer. */
export interface WaitingLaunch {
  ticketHash: string;
  institutionId: string;
  registrationId: string;
  contextId: string;
  personId: string;
  message: LtiMessage;
  expiresAt: Date;
}

const COLUMNS = `ticket_hash as "ticketHash", institution_id as "institutionId", registration_id as "registrationId",
  context_id as "contextId", person_id as "personId", message, expires_at as "expiresAt"`;

@Injectable()
export class LaunchesRepository {
  async add(tx: Tx, one: WaitingLaunch): Promise<void> {
    await tx.query(
      `insert into lti_launch (ticket_hash, institution_id, registration_id, context_id, person_id, message, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        one.ticketHash,
        one.institutionId,
        one.registrationId,
        one.contextId,
        one.personId,
        JSON.stringify(one.message),
        one.expiresAt,
      ],
    );
  }

  async find(tx: Tx, ticketHash: string, now: Date): Promise<WaitingLaunch | null> {
    const [launch] = await tx.query<WaitingLaunch>(
      `select ${COLUMNS} from lti_launch where ticket_hash = $1 and used_at is null and expires_at > $2`,
      [ticketHash, now],
    );
    return launch ?? null;
  }

  /** Uses it up; `null` when it is unknown, over or was used. */
  async take(tx: Tx, ticketHash: string, now: Date): Promise<WaitingLaunch | null> {
    const [launch] = await tx.query<WaitingLaunch>(
      `update lti_launch set used_at = $2 where ticket_hash = $1 and used_at is null and expires_at > $2 returning ${COLUMNS}`,
      [ticketHash, now],
    );
    return launch ?? null;
  }

  async forget(tx: Tx, past: Date): Promise<void> {
    await tx.query('delete from lti_launch where expires_at < $1', [past]);
  }
}
