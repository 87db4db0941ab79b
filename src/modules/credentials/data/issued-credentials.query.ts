import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';
import type { CredentialState } from '../domain/credential-state.js';
import type { Credential } from './credential.entity.js';

export interface CredentialFilter {
  id?: string | undefined;
  personId?: string | undefined;
  /** Part of a name or of an e-mail address; or a credential's id or public address, whole. */
  q?: string | undefined;
  /** Forms that were superseded are left out unless they are asked for. */
  state?: CredentialState | undefined;
  offeringId?: string | undefined;
  enrollmentId?: string | undefined;
  editionId?: string | undefined;
  microCredentialId?: string | undefined;
  issuedFrom?: Date | undefined;
  /** Not included. */
  issuedUntil?: Date | undefined;
}

/** A credential with what its list shows beside it. */
export interface IssuedCredential extends Credential {
  /** `null` for somebody who is no member any more. */
  holderName: string | null;
  holderEmail: string | null;
  /** The newest form of the award of the same micro-credential that the person was given before this one. */
  followsId: string | null;
  /** The newest form of the next award of the same micro-credential that the person was given after this one. */
  followedById: string | null;
  /** An award of the same edition came after this one. */
  isFollowed: boolean;
}

const SELECT = `
  select c.id, c.institution_id as "institutionId", c.public_id as "publicId", c.form, c.enrollment_id as "enrollmentId",
         c.person_id as "personId", c.edition_id as "editionId", c.state, c.visibility, c.signed, c.signed_sha256 as "signedSha256",
         c.issued_at as "issuedAt", p.name as "holderName", p.email as "holderEmail", follows.id as "followsId",
         followed.id as "followedById",
         exists (select from credential later where later.person_id = c.person_id and later.edition_id = c.edition_id
                    and later.form = 1 and later.public_id <> c.public_id and later.issued_at > c.issued_at) as "isFollowed"
    from credential c
    left join person p on p.id = c.person_id
    join edition e on e.id = c.edition_id
    left join lateral (
      select newest.id
        from credential first
        join credential earlier on earlier.person_id = c.person_id and earlier.form = 1 and earlier.issued_at < first.issued_at
        join edition of on of.id = earlier.edition_id and of.micro_credential_id = e.micro_credential_id
        join credential newest on newest.public_id = earlier.public_id and newest.state <> 'superseded'
       where first.public_id = c.public_id and first.form = 1
       order by earlier.issued_at desc limit 1
    ) follows on true
    left join lateral (
      select newest.id
        from credential first
        join credential later on later.person_id = c.person_id and later.form = 1 and later.issued_at > first.issued_at
        join edition of on of.id = later.edition_id and of.micro_credential_id = e.micro_credential_id
        join credential newest on newest.public_id = later.public_id and newest.state <> 'superseded'
       where first.public_id = c.public_id and first.form = 1
       order by later.issued_at limit 1
    ) followed on true
   where ($1::uuid is null or c.id = $1)
     and ($2::uuid is null or c.person_id = $2)
     and ($3::text is null or p.name ilike $3 or p.email ilike $3 or c.id::text = $4 or c.public_id = $4)
     and (c.state = $5 or ($5::text is null and ($1::uuid is not null or c.state <> 'superseded')))
     and ($6::uuid is null or exists (select from enrollment n where n.id = c.enrollment_id and n.offering_id = $6))
     and ($7::uuid is null or c.edition_id = $7)
     and ($8::uuid is null or e.micro_credential_id = $8)
     and ($9::timestamptz is null or c.issued_at >= $9)
     and ($10::timestamptz is null or c.issued_at < $10)
     and ($14::uuid is null or c.enrollment_id = $14)
     and ($11::timestamptz is null or (c.issued_at, c.id) < ($11, $12::uuid))
   order by c.issued_at desc, c.id desc limit $13`;

@Injectable()
export class IssuedCredentialsQuery {
  /** Newest first, one more than `limit`. */
  async list(tx: Tx, filter: CredentialFilter, after: Cursor | null, limit: number): Promise<IssuedCredential[]> {
    return tx.query<IssuedCredential>(SELECT, [
      filter.id ?? null,
      filter.personId ?? null,
      filter.q ? `%${filter.q.replaceAll(/[\\%_]/g, '\\$&')}%` : null,
      filter.q ? nameIn(filter.q) : null,
      filter.state ?? null,
      filter.offeringId ?? null,
      filter.editionId ?? null,
      filter.microCredentialId ?? null,
      filter.issuedFrom ?? null,
      filter.issuedUntil ?? null,
      after?.at ?? null,
      after?.id ?? null,
      limit + 1,
      filter.enrollmentId ?? null,
    ]);
  }
}

/** An address that was copied whole ends with the name of the credential. */
function nameIn(q: string): string {
  return q.trim().replace(/\/+$/, '').split('/').at(-1) ?? '';
}
