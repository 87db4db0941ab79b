import type { NamedStatement } from '../../../platform/database/named-statement.js';
import type { JwtAlgorithm } from '../domain/key-algorithms.js';
import type { Visibility } from '../domain/visibility.js';

/*
 * What verifiers and wallets fetch of a credential: its bytes as they are stored. They are read for each request, so that a badge that
 * was made private is gone for the next one in every process; as named statements without entities, that takes three round trips.
 */

export interface PublishedRow {
  id: string;
  institutionId: string;
  visibility: Visibility;
  signed: string;
  signedSha256: string;
}

/** $1 public id. Its newest form. */
export const PUBLISHED_CREDENTIAL: NamedStatement = {
  name: 'published_credential',
  text: `
    select id, institution_id as "institutionId", visibility, signed, signed_sha256 as "signedSha256"
      from credential where public_id = $1 order by form desc limit 1`,
};

export interface VcJwtRow {
  /** What the institution chose; `null` while it chose nothing. */
  offered: JwtAlgorithm[] | null;
  /** A form that is made; `null`: there is none. */
  algorithm: JwtAlgorithm | null;
  signed: string | null;
}

/** $1 credential, $2 institution. A row for each form that is made, and one without where there is none. */
export const VC_JWTS_OF: NamedStatement = {
  name: 'vc_jwts_of',
  text: `
    select s.algorithms as offered, j.algorithm, j.signed
      from (values (true)) as one (row)
      left join vc_jwt_setting s on s.institution_id = $2
      left join vc_jwt j on j.credential_id = $1`,
};
