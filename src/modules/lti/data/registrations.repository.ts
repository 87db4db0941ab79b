import { Injectable } from '@nestjs/common';
import type { JSONWebKeySet } from 'jose';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { RegistrationSettings } from '../domain/registration-settings.js';

export type RegistrationState = 'pending' | 'active' | 'disabled';

/** A platform (an LMS) that an institution has registered as one that shows Cairn (LTI Security Framework 1.1 §3). */
export interface Registration {
  id: string;
  institutionId: string;
  name: string;
  state: RegistrationState;
  issuer: string;
  clientId: string;
  authorizationUrl: string;
  tokenUrl: string;
  /** Of client assertions, where it is not the address of the token. */
  tokenAudience: string | null;
  jwksUrl: string;
  algorithms: string[];
  productFamily: string;
  frameOrigins: string[];
  scopes: string[];
  settings: RegistrationSettings;
  version: number;
  createdAt: Date;
  createdBy: string | null;
}

/** Keys of a platform as they were read last. */
export interface KnownKeys {
  jwks: JSONWebKeySet | null;
  readAt: Date | null;
  triedAt: Date | null;
}

/** Of a registration `r`, with what a setting counts as that was made after it. */
export const SETTINGS = `('{"syncRosters": true}'::jsonb || r.settings)`;
const COLUMNS = `r.id, r.institution_id as "institutionId", r.name, r.state, r.issuer, r.client_id as "clientId",
  r.authorization_url as "authorizationUrl", r.token_url as "tokenUrl", r.token_audience as "tokenAudience", r.jwks_url as "jwksUrl",
  r.algorithms, r.product_family as "productFamily", r.frame_origins as "frameOrigins", r.scopes, ${SETTINGS} as settings, r.version,
  r.created_at as "createdAt", r.created_by as "createdBy"`;

@Injectable()
export class RegistrationsRepository {
  /** In a system scope: who logs in is known by no institution yet. Without a client all of the issuer, two at most. */
  async ofIssuer(tx: Tx, issuer: string, clientId: string | null): Promise<Registration[]> {
    return tx.query<Registration>(
      `select ${COLUMNS} from lti_registration r where r.issuer = $1 and ($2::text is null or r.client_id = $2) order by r.created_at limit 2`,
      [issuer, clientId],
    );
  }

  async find(tx: Tx, id: string): Promise<Registration | null> {
    const [found] = await tx.query<Registration>(`select ${COLUMNS} from lti_registration r where r.id = $1`, [id]);
    return found ?? null;
  }

  async findLocked(tx: Tx, id: string): Promise<Registration | null> {
    const [found] = await tx.query<Registration>(`select ${COLUMNS} from lti_registration r where r.id = $1 for update`, [id]);
    return found ?? null;
  }

  /** The oldest first. */
  async list(tx: Tx): Promise<Registration[]> {
    return tx.query<Registration>(
      `select ${COLUMNS} from lti_registration r where r.institution_id = $1 order by r.created_at, r.id`,
      [tx.institutionId],
    );
  }

  /** False when the pair of issuer and client is registered already, here or elsewhere. */
  async add(tx: Tx, one: Registration): Promise<boolean> {
    const added = await tx.query(
      `insert into lti_registration (id, institution_id, name, state, issuer, client_id, authorization_url, token_url, token_audience,
         jwks_url, algorithms, product_family, frame_origins, scopes, settings, version, created_at, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
       on conflict (issuer, client_id) do nothing returning id`,
      [...identity(one), ...terms(one), one.version, one.createdAt, one.createdBy],
    );
    return added.length > 0;
  }

  /** What an administrator may change; issuer and client stay. */
  async save(tx: Tx, one: Registration): Promise<void> {
    await tx.query(
      `update lti_registration set name = $2, state = $3, authorization_url = $4, token_url = $5, token_audience = $6, jwks_url = $7,
         algorithms = $8, product_family = $9, frame_origins = $10, scopes = $11, settings = $12, version = $13 where id = $1`,
      [one.id, one.name, one.state, ...terms(one), one.version],
    );
  }

  async keys(tx: Tx, id: string): Promise<KnownKeys> {
    const [known] = await tx.query<KnownKeys>(
      'select jwks, jwks_read_at as "readAt", jwks_tried_at as "triedAt" from lti_registration where id = $1',
      [id],
    );
    return known ?? { jwks: null, readAt: null, triedAt: null };
  }

  /** Takes the turn to ask the platform: false when somebody else has since `notSince`. */
  async beginReadingKeys(tx: Tx, id: string, now: Date, notSince: Date): Promise<boolean> {
    const turn = await tx.query(
      'update lti_registration set jwks_tried_at = $2 where id = $1 and (jwks_tried_at is null or jwks_tried_at < $3) returning id',
      [id, now, notSince],
    );
    return turn.length > 0;
  }

  async keepKeys(tx: Tx, id: string, jwks: JSONWebKeySet, now: Date): Promise<void> {
    await tx.query('update lti_registration set jwks = $2, jwks_read_at = $3 where id = $1', [id, JSON.stringify(jwks), now]);
  }
}

function identity({ id, institutionId, name, state, issuer, clientId }: Registration): unknown[] {
  return [id, institutionId, name, state, issuer, clientId];
}

function terms(one: Registration): unknown[] {
  return [
    one.authorizationUrl,
    one.tokenUrl,
    one.tokenAudience,
    one.jwksUrl,
    one.algorithms,
    one.productFamily,
    one.frameOrigins,
    one.scopes,
    JSON.stringify(one.settings),
  ];
}
