import type { NamedStatement } from '../../../platform/database/named-statement.js';
import type { AcceptedEndorsement } from '../domain/endorsement.js';
import type { JwtAlgorithm } from '../domain/key-algorithms.js';
import type { OtherAward } from '../domain/told-awards.js';
import type { Visibility } from '../domain/visibility.js';
import type { Credential } from './credential.entity.js';
import type { SigningKey } from './signing-key.entity.js';

/*
 * What verifiers and wallets fetch of a credential: its bytes as they are stored. They are read for each request, so that a badge that
 * was made private is gone for the next one in every process; as named statements without entities, that takes a round trip each.
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

/** What a credential's page is made of: its newest form, and beside it what says whether it holds. */
export interface PublishedBadgeRow extends Credential {
  issuerSlug: string;
  keys: Pick<SigningKey, 'publicKeyMultibase' | 'state'>[];
  listId: string;
  list: string;
  /** Accepted endorsements of the achievement and of the issuer that stand. */
  endorsements: AcceptedEndorsement[];
  /** How it names its learner. */
  subjectId: string | null;
  /** What else the learner was awarded of the same micro-credential, oldest first, shown or not. */
  others: OtherAward[];
}

const BADGE_COLUMNS = `
           c.id, c.institution_id as "institutionId", c.public_id as "publicId", c.form, c.enrollment_id as "enrollmentId",
           c.person_id as "personId", c.edition_id as "editionId", c.state, c.signed, c.signed_sha256 as "signedSha256",
           c.issued_at as "issuedAt", c.visibility, n.slug as "issuerSlug",
           (select coalesce(json_agg(json_build_object('publicKeyMultibase', k.public_key_multibase, 'state', k.state)
                      order by k.created_at, k.id), '[]')
              from signing_key k where k.institution_id = c.institution_id) as keys,
           l.id as "listId", l.signed as list,
           (select coalesce(json_agg(json_build_object('document', e.document, 'publicId', e.public_id)
                      order by e.decided_at desc), '[]')
              from (select r.document, r.decided_at, g.public_id
                      from received_endorsement r left join given_endorsement g on g.id = r.given_id
                     where r.institution_id = c.institution_id and r.decision = 'accepted' and g.withdrawn_at is null
                       and (r.valid_until is null or r.valid_until > $2)
                       and (r.subject like '%/achievements/' || c.edition_id or r.subject like '%:issuers:' || n.slug)
                     order by r.decided_at desc limit 20) e) as endorsements,
           c.signed::json #>> '{credentialSubject,id}' as "subjectId",
           (select coalesce(json_agg(json_build_object('publicId', newest.public_id, 'visibility', newest.visibility,
                      'subjectId', newest.signed::json #>> '{credentialSubject,id}',
                      'awardedAt', newest.signed::json ->> 'awardedDate', 'isLater', other.issued_at > this.issued_at)
                      order by other.issued_at), '[]')
              from credential this
              join edition mine on mine.id = this.edition_id
              join credential other on other.person_id = this.person_id and other.form = 1 and other.public_id <> this.public_id
              join edition theirs on theirs.id = other.edition_id and theirs.micro_credential_id = mine.micro_credential_id
              join credential newest on newest.public_id = other.public_id and newest.state <> 'superseded'
             where this.public_id = c.public_id and this.form = 1) as others`;
const WITH_BADGE = `
      join institution n on n.id = c.institution_id
      join credential_intent i on i.id = c.id
      join status_list l on l.id = i.status_list_id`;

/**
 * $1 public id, $2 now. The keys and the status list come along, because the page says of every badge whether it is genuine: asked for as other
 * verifiers ask for them, they would be three round trips more.
 */
export const PUBLISHED_BADGE: NamedStatement = {
  name: 'published_badge',
  text: `
    select ${BADGE_COLUMNS}
      from credential c ${WITH_BADGE}
     where c.public_id = $1 order by c.form desc limit 1`,
};

export interface SharedBadgeRow extends PublishedBadgeRow {
  linkId: string;
}

/** $1 hash of the token of a share link, $2 now. The same of what a link that still opens leads to. */
export const SHARED_BADGE: NamedStatement = {
  name: 'shared_badge',
  text: `
    select ${BADGE_COLUMNS}, s.id as "linkId"
      from credential_share_link s
      join credential c on c.id = s.credential_id ${WITH_BADGE}
     where s.token_hash = $1 and s.revoked_at is null and s.expires_at > $2`,
};

/** $1 credential, $2 way, $3 day, $4 institution. One more view; a page that is only looked at waits for nothing else that is written. */
export const COUNT_VIEW: NamedStatement = {
  name: 'count_view',
  text: `
    insert into credential_view_count (credential_id, way, day, institution_id, views) values ($1, $2, $3, $4, 1)
    on conflict (credential_id, way, day) do update set views = credential_view_count.views + 1`,
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

export interface IssuerKeyRow {
  /** `null`: the issuer has no key yet. */
  publicKeyMultibase: string | null;
  state: SigningKey['state'];
}

/** $1 slug. The keys of an issuer, oldest first; no row where there is no such issuer. */
export const KEYS_OF_ISSUER: NamedStatement = {
  name: 'keys_of_issuer',
  text: `
    select k.public_key_multibase as "publicKeyMultibase", k.state
      from institution i left join signing_key k on k.institution_id = i.id
     where i.slug = $1 order by k.created_at, k.id`,
};

export interface ListRow {
  version: number;
  /** `null`: as it was in the version that is known. */
  signed: string | null;
}

/** $1 list, $2 the version that the reader has, or null. */
export const LIST_SINCE: NamedStatement = {
  name: 'list_since',
  text: `
    select signed_version as version, case when signed_version is distinct from $2::integer then signed end as signed
      from status_list where id = $1`,
};
