import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { LtiMessage } from '../domain/message.js';

/** A proved message whose browser has yet to prove itself. */
export interface ParkedLaunch {
  ticketHash: string;
  institutionId: string;
  registrationId: string;
  /** Of the secret that the platform keeps for the browser. */
  storageHash: string;
  message: LtiMessage;
  expiresAt: Date;
}

@Injectable()
export class ParkedLaunchesRepository {
  async add(tx: Tx, { ticketHash, institutionId, registrationId, storageHash, message, expiresAt }: ParkedLaunch): Promise<void> {
    await tx.query(
      `insert into lti_parked_launch (ticket_hash, institution_id, registration_id, storage_hash, message, expires_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [ticketHash, institutionId, registrationId, storageHash, JSON.stringify(message), expiresAt],
    );
  }

  /** Uses it up, in the very statement that finds it. */
  async take(tx: Tx, ticketHash: string, now: Date): Promise<ParkedLaunch | null> {
    const [launch] = await tx.query<ParkedLaunch>(
      `delete from lti_parked_launch where ticket_hash = $1 and expires_at > $2
       returning ticket_hash as "ticketHash", institution_id as "institutionId", registration_id as "registrationId",
                 storage_hash as "storageHash", message, expires_at as "expiresAt"`,
      [ticketHash, now],
    );
    return launch ?? null;
  }

  async forget(tx: Tx, past: Date): Promise<void> {
    await tx.query('delete from lti_parked_launch where expires_at < $1', [past]);
  }
}
