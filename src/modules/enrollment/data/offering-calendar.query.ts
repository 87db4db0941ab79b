import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { OfferingDates } from '../domain/offering-dates.js';
import type { SeatCounts } from '../domain/seats.js';

/** An offering with what the office wants to see of it at a glance. */
export interface DatedOffering extends OfferingDates, SeatCounts {
  title: string;
  /** The title of its edition. */
  microCredential: string;
  seats: number | null;
}

export interface CalendarFilter {
  editionId?: string | undefined;
  microCredentialId?: string | undefined;
}

@Injectable()
export class OfferingCalendarQuery {
  /** IANA, of the institution. */
  async timeZone(tx: Tx): Promise<string> {
    const [institution] = await tx.query<{ timeZone: string }>(
      'select time_zone as "timeZone" from institution where id = cairn_institution()',
    );
    if (!institution) throw new Error('No institution is in scope');
    return institution.timeZone;
  }

  /** Offerings that were not called off and that have a date in the time, with their seats: one statement, however many there are. */
  async offerings(
    tx: Tx,
    { editionId, microCredentialId }: CalendarFilter,
    { from, to }: { from: Date; to: Date },
    limit: number,
  ): Promise<DatedOffering[]> {
    return tx.query<DatedOffering>(
      `select o.id, o.title, d.title as "microCredential", o.enroll_from as "enrollFrom", o.enroll_until as "enrollUntil",
              o.starts_at as "startsAt", o.ends_at as "endsAt", o.seats, n.taken, n.waiting
         from offering o join edition d on d.id = o.edition_id
        cross join lateral (
          select count(*) filter (where state in ('invited', 'active', 'completed'))::int as taken,
                 count(*) filter (where state = 'waitlisted')::int as waiting
            from enrollment e where e.offering_id = o.id
        ) n
        where o.cancelled_at is null
          and (o.enroll_from between $1 and $2 or o.enroll_until between $1 and $2
               or o.starts_at between $1 and $2 or o.ends_at between $1 and $2)
          and ($3::uuid is null or o.edition_id = $3) and ($4::uuid is null or d.micro_credential_id = $4)
        order by o.starts_at, o.id limit $5`,
      [from, to, editionId ?? null, microCredentialId ?? null, limit],
    );
  }
}
