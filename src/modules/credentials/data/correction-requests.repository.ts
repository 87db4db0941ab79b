import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';

export type CorrectionState = 'open' | 'accepted' | 'declined';

/** A learner says how the name on their credential should read; the office decides. */
export interface CorrectionRequest {
  id: string;
  institutionId: string;
  /** The form that showed the wrong name. */
  credentialId: string;
  requestedBy: string;
  name: string;
  reason: string;
  requestedAt: Date;
  state: CorrectionState;
  /** What the office answers. */
  note: string;
  decidedBy: string | null;
  decidedAt: Date | null;
}

export interface CorrectionFilter {
  requestedBy?: string | undefined;
  /** Any form of the credential that it is of: an accepted request is of the form before. */
  credentialId?: string | undefined;
  state?: CorrectionState | undefined;
}

const SELECT = `
  select id, institution_id as "institutionId", credential_id as "credentialId", requested_by as "requestedBy", name, reason,
         requested_at as "requestedAt", state, note, decided_by as "decidedBy", decided_at as "decidedAt"
    from credential_correction_request`;

@Injectable()
export class CorrectionRequestsRepository {
  /** False: one is open already. */
  async add(tx: Tx, request: CorrectionRequest): Promise<boolean> {
    const { id, institutionId, credentialId, requestedBy, name, reason, requestedAt } = request;
    const inserted = await tx.query(
      `insert into credential_correction_request (id, institution_id, credential_id, requested_by, name, reason, requested_at, state, note)
       values ($1, $2, $3, $4, $5, $6, $7, 'open', '') on conflict do nothing returning id`,
      [id, institutionId, credentialId, requestedBy, name, reason, requestedAt],
    );
    return inserted.length > 0;
  }

  async findLocked(tx: Tx, id: string): Promise<CorrectionRequest | null> {
    const [found] = await tx.query<CorrectionRequest>(`${SELECT} where id = $1 for update`, [id]);
    return found ?? null;
  }

  async decide(tx: Tx, { id, state, note, decidedBy, decidedAt }: CorrectionRequest): Promise<void> {
    await tx.query(
      `update credential_correction_request set state = $2, note = $3, decided_by = $4, decided_at = $5 where id = $1`,
      [id, state, note, decidedBy, decidedAt],
    );
  }

  /** Oldest first, one more than `limit`. */
  async list(
    tx: Tx,
    { requestedBy, credentialId, state }: CorrectionFilter,
    after: Cursor | null,
    limit: number,
  ): Promise<CorrectionRequest[]> {
    return tx.query<CorrectionRequest>(
      `${SELECT}
        where ($1::uuid is null or requested_by = $1) and ($2::text is null or state = $2)
          and ($3::timestamptz is null or (requested_at, id) > ($3, $4::uuid)) and ($6::uuid is null or credential_id in (
            select form.id from credential asked join credential form on form.public_id = asked.public_id where asked.id = $6))
        order by requested_at, id limit $5`,
      [requestedBy ?? null, state ?? null, after?.at ?? null, after?.id ?? null, limit + 1, credentialId ?? null],
    );
  }
}
