import { Injectable } from '@nestjs/common';
import { idArray } from '../../../platform/database/id-array.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { PlaceToMove } from '../domain/transfer.js';

type FoundPlace = PlaceToMove & { id: string; personId: string };

// Attempts belong to a module above; here it matters only that there are some. They stay with the offering they were handed in to.
const OPEN_WORK = `
  exists (select from attempt a where a.enrollment_id = e.id
             and not exists (select from attempt_withdrawal w where w.attempt_id = a.id)
             and not exists (select from assessment v where v.attempt_id = a.id and v.final))`;

@Injectable()
export class MovingPlacesQuery {
  /** What decides whether places can go to an offering, in the order in which they get seats: who has one first, then who waits longest. */
  async facts(tx: Tx, ids: readonly string[], toOfferingId: string): Promise<FoundPlace[]> {
    return tx.query<FoundPlace>(
      `select e.id, e.offering_id as "offeringId", e.edition_id as "editionId", e.person_id as "personId", e.state,
              exists (select from enrollment t where t.offering_id = $2 and t.person_id = e.person_id
                         and t.state not in ('withdrawn', 'expired')) as "hasPlaceThere",
              ${OPEN_WORK} as "hasOpenWork"
         from enrollment e where e.id = any($1::uuid[]) order by e.state = 'waitlisted', e.created_at, e.id`,
      [idArray(ids), toOfferingId],
    );
  }

  /** Whether work of a place was handed in to an offering, at that moment or later. */
  async hasWorkIn(tx: Tx, enrollmentId: string, offeringId: string, since: Date): Promise<boolean> {
    const found = await tx.query(
      'select id from attempt where enrollment_id = $1 and offering_id = $2 and submitted_at >= $3 limit 1',
      [enrollmentId, offeringId, since],
    );
    return found.length > 0;
  }
}
