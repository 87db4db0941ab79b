/*
 * The statements of issuing, each for a whole chunk. One credential at a time through the mapper took 35 statements in three
 * transactions each; a chunk of 500 takes about as many for all of them.
 */

const BARE_INTENT = `id, institution_id as "institutionId", enrollment_id as "enrollmentId", person_id as "personId", edition_id as "editionId",
   achievement_id as "achievementId", assessment_id as "assessmentId", version, public_id as "publicId", document,
   document_sha256 as "documentSha256", proof_created as "proofCreated", signing_key_id as "signingKeyId",
   status_list_id as "statusListId", status_index as "statusIndex", supersedes_id as "supersedesId", created_at as "createdAt"`;

/** Bounds the locks: without it, several chunks of hundreds of awards could wait with theirs in hand and fill the lock table. */
export const LOCK_ISSUING = `select pg_advisory_xact_lock(hashtextextended('issuing ' || $1, 0))`;

/** The same locks as `CredentialsRepository.lockAward`, in one order. */
export const LOCK_AWARDS = `
  select pg_advisory_xact_lock(key)
    from (select distinct hashtextextended('award ' || person_id || edition_id, 0) as key
            from unnest($1::text[], $2::text[]) as award (person_id, edition_id) order by key) as keys`;

/**
 * Each look-up by the index on people, which `offset 0` keeps apart from the condition on the edition: while statistics are young, the
 * planner takes that for as telling, and reads all that an edition ever gave for each learner of the chunk.
 */
const ofAwards = (select: string, table: string) => `
  select found.* from (select distinct person_id, edition_id from unnest($1::uuid[], $2::uuid[]) as award (person_id, edition_id)) as award
   cross join lateral (select ${select} from ${table} where ${table}.person_id = award.person_id offset 0) as found
   where found."editionId" = award.edition_id`;

export const INTENT_COLUMNS = {
  id: 'uuid',
  institution_id: 'uuid',
  enrollment_id: 'uuid',
  person_id: 'uuid',
  edition_id: 'uuid',
  achievement_id: 'uuid',
  assessment_id: 'uuid',
  version: 'integer',
  public_id: 'text',
  document: 'text',
  document_sha256: 'text',
  proof_created: 'text',
  signing_key_id: 'uuid',
  status_list_id: 'uuid',
  status_index: 'integer',
  supersedes_id: 'uuid',
  created_at: 'timestamptz',
};

export const INTENTS_OF = `${ofAwards(BARE_INTENT, 'credential_intent')} order by "createdAt", id`;

export const INTENTS = `select ${BARE_INTENT} from credential_intent where id = any($1::uuid[])`;

/** Every form ever decided for these people and editions, oldest first; `state` and `issuedAt` are null while it is not stored. */
export const FORMS_OF = `
  select found.* from (select distinct person_id, edition_id from unnest($1::uuid[], $2::uuid[]) as award (person_id, edition_id)) as award
   cross join lateral (select i.id, i.person_id as "personId", i.edition_id as "editionId", i.assessment_id as "assessmentId",
                              i.created_at as "createdAt", c.state, c.issued_at as "issuedAt"
                         from credential_intent i left join credential c on c.id = i.id where i.person_id = award.person_id offset 0) as found
   where found."editionId" = award.edition_id order by "createdAt", id`;

export const CREDENTIALS_OF = `${ofAwards(
  'id, person_id as "personId", edition_id as "editionId", state, issued_at as "issuedAt"',
  'credential',
)} order by "issuedAt", id`;

export const CREDENTIAL_COLUMNS = {
  id: 'uuid',
  institution_id: 'uuid',
  public_id: 'text',
  enrollment_id: 'uuid',
  person_id: 'uuid',
  edition_id: 'uuid',
  state: 'text',
  issued_at: 'timestamptz',
  signed: 'text',
};

export const CREDENTIAL_HASH = { signed_sha256: "encode(sha256(convert_to(signed, 'UTF8')), 'hex')" };

/** The foreign key of a credential is looked after at the end of the statement, when its intent is there too. */
export const STORED_ALONG = (credentials: string, intents: string) => `
  with stored as (${credentials}), decided as (${intents} where id::uuid in (select id from stored))
  select id from stored`;

/** What learners are told of badges that still hold, or that a newer form took the place of. */
export const ISSUED_AMONG = `
  select id, institution_id as "institutionId", public_id as "publicId", enrollment_id as "enrollmentId", person_id as "personId",
         edition_id as "editionId", signed::json ->> 'name' as name
    from credential where id = any($1::uuid[]) and state in ('issued', 'superseded') order by person_id, id`;

export const STORED = 'select id from credential where id = any($1::uuid[])';

/** Who was given which role and lost it, as events tell: of the few who judge, not once for each of their verdicts. */
export const ROLE_CHANGES = `
  select subject_id as "personId", particulars ->> 'role' as role, type = 'role.granted' as held, occurred_at as at from event
   where subject_type = 'person' and subject_id = any($1::uuid[]) and type in ('role.granted', 'role.revoked')
     and particulars ->> 'role' = any($2::text[])
   order by occurred_at, id`;

/** The same of the assessors of offerings. */
export const ASSESSOR_CHANGES = `
  select subject_id as "offeringId", particulars ->> 'personId' as "personId", 'assessor' as role,
         type = 'offering.staff_added' as held, occurred_at as at from event
   where subject_type = 'offering' and subject_id = any($1::uuid[]) and type in ('offering.staff_added', 'offering.staff_removed')
     and particulars ->> 'role' = 'assessor' and particulars ->> 'personId' = any($2::text[])
   order by occurred_at, id`;
