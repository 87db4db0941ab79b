import type { NamedStatement } from '../../../platform/database/named-statement.js';
import type { Role, TokenScope } from '../../../platform/http/access.js';

/*
 * Every request with a cookie or token asks one of these, so they bypass entities: one statement reads who asks, where they
 * act and their roles now. Roles are never cached: what is revoked ends with the next request (ASVS 5.0 V8.3.2).
 */

export interface SessionRow {
  sessionId: string;
  personId: string;
  institutionId: string | null;
  contextId: string | null;
  locale: string;
  roles: Role[];
  lastSeenAt: Date;
}

/** $1 hash of the token, $2 now, $3 last-seen limit. A suspended membership leaves the person signed in, but acting nowhere. */
export const SESSION_BY_TOKEN: NamedStatement = {
  name: 'session_by_token',
  text: `
    select s.id as "sessionId", s.person_id as "personId", p.locale, s.last_seen_at as "lastSeenAt", m.institution_id as "institutionId",
           s.context_id as "contextId", coalesce(s.roles, array(select r.role from membership_role r where r.membership_id = m.id)) as roles
      from session s
      join person p on p.id = s.person_id and p.suspended_at is null
      left join membership m
        on m.person_id = s.person_id and m.institution_id = s.acting_institution_id and m.suspended_at is null
     where s.token_hash = $1 and s.revoked_at is null and s.expires_at > $2 and s.last_seen_at > $3`,
};

/** $1 session, $2 now, $3 what counts as long ago: of requests at once, one writes. */
export const SESSION_SEEN: NamedStatement = {
  name: 'session_seen',
  text: 'update session set last_seen_at = $2 where id = $1 and last_seen_at < $3',
};

export interface TokenRow {
  tokenId: string;
  personId: string;
  institutionId: string;
  locale: string;
  scopes: TokenScope[];
  roles: Role[];
  lastUsedAt: Date | null;
}

/** $1 hash of the token, $2 now. Without a membership that holds, the token is nobody's. */
export const API_TOKEN_BY_HASH: NamedStatement = {
  name: 'api_token_by_hash',
  text: `
    select t.id as "tokenId", t.person_id as "personId", t.institution_id as "institutionId", p.locale, t.scopes,
           t.last_used_at as "lastUsedAt",
           array(select r.role from membership_role r where r.membership_id = m.id) as roles
      from api_token t
      join person p on p.id = t.person_id and p.suspended_at is null
      join membership m on m.person_id = t.person_id and m.institution_id = t.institution_id and m.suspended_at is null
     where t.token_hash = $1 and t.revoked_at is null and (t.expires_at is null or t.expires_at > $2)`,
};

/** $1 token, $2 now, $3 what counts as long ago. */
export const API_TOKEN_USED: NamedStatement = {
  name: 'api_token_used',
  text: 'update api_token set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at < $3)',
};
