import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';

export type ContextKind = 'course' | 'link';

/** A course of a platform; or a single link, where the platform names no course. */
export interface LtiContext {
  id: string;
  institutionId: string;
  /** Ours, of `lti_deployment`. */
  deploymentId: string;
  kind: ContextKind;
  contextId: string;
  title: string;
  label: string;
  /** The context of ours that it was copied from. */
  copiedFrom: string | null;
  lineItemsUrl: string | null;
  /** Who is in it, where the platform offers that. */
  membershipsUrl: string | null;
  /** That the platform gave for its grade service here. */
  scopes: string[];
  createdAt: Date;
  lastLaunchAt: Date;
}

const COLUMNS = `c.id, c.institution_id as "institutionId", c.deployment_id as "deploymentId", c.kind, c.context_id as "contextId", c.title,
  c.label, c.copied_from as "copiedFrom", c.line_items_url as "lineItemsUrl", c.memberships_url as "membershipsUrl", c.scopes,
  c.created_at as "createdAt", c.last_launch_at as "lastLaunchAt"`;

@Injectable()
export class ContextsRepository {
  async find(tx: Tx, id: string): Promise<LtiContext | null> {
    const [context] = await tx.query<LtiContext>(`select ${COLUMNS} from lti_context c where c.id = $1`, [id]);
    return context ?? null;
  }

  async findLocked(tx: Tx, id: string): Promise<LtiContext | null> {
    const [context] = await tx.query<LtiContext>(`select ${COLUMNS} from lti_context c where c.id = $1 for update`, [id]);
    return context ?? null;
  }

  /** The nearest of what a platform calls the ancestors of a course that we know in this deployment. */
  async nearestKnown(tx: Tx, deploymentId: string, contextIds: readonly string[]): Promise<string | null> {
    if (contextIds.length === 0) return null;
    const [known] = await tx.query<{ id: string }>(
      `select c.id from unnest($2::text[]) with ordinality as named (context_id, place)
         join lti_context c on c.deployment_id = $1 and c.kind = 'course' and c.context_id = named.context_id
        order by named.place limit 1`,
      [deploymentId, contextIds],
    );
    return known?.id ?? null;
  }

  /** Adds it, or renews what a launch tells of it; services that this launch does not name stay. Answers it as it is then, locked. */
  async renew(tx: Tx, one: LtiContext): Promise<LtiContext> {
    const [renewed] = await tx.query<LtiContext>(
      `insert into lti_context as c (id, institution_id, deployment_id, kind, context_id, title, label, copied_from,
         line_items_url, memberships_url, scopes, created_at, last_launch_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       on conflict (deployment_id, kind, context_id) do update set
         title = coalesce(nullif(excluded.title, ''), c.title), label = coalesce(nullif(excluded.label, ''), c.label),
         copied_from = coalesce(c.copied_from, nullif(excluded.copied_from, c.id)),
         line_items_url = coalesce(excluded.line_items_url, c.line_items_url),
         memberships_url = coalesce(excluded.memberships_url, c.memberships_url),
         scopes = case when excluded.scopes = '{}' then c.scopes else excluded.scopes end, last_launch_at = excluded.last_launch_at
       returning ${COLUMNS}`,
      [
        one.id,
        one.institutionId,
        one.deploymentId,
        one.kind,
        one.contextId,
        one.title,
        one.label,
        one.copiedFrom,
        one.lineItemsUrl,
        one.membershipsUrl,
        one.scopes,
        one.createdAt,
        one.lastLaunchAt,
      ],
    );
    if (!renewed) throw new Error('A context that was just renewed is there');
    return renewed;
  }

  /** The offering in which the course's people go through a micro-credential. */
  async sectionFor(tx: Tx, contextId: string, microCredentialId: string): Promise<string | null> {
    const [section] = await tx.query<{ offeringId: string }>(
      'select offering_id as "offeringId" from lti_section where context_id = $1 and micro_credential_id = $2',
      [contextId, microCredentialId],
    );
    return section?.offeringId ?? null;
  }

  async sections(tx: Tx, contextId: string): Promise<{ microCredentialId: string; offeringId: string }[]> {
    return tx.query(
      'select micro_credential_id as "microCredentialId", offering_id as "offeringId" from lti_section where context_id = $1',
      [contextId],
    );
  }

  async addSection(tx: Tx, contextId: string, microCredentialId: string, offeringId: string, now: Date): Promise<void> {
    await tx.query(
      `insert into lti_section (context_id, micro_credential_id, institution_id, offering_id, created_at) values ($1, $2, $3, $4, $5)`,
      [contextId, microCredentialId, tx.institutionId, offeringId, now],
    );
  }

  async offerings(tx: Tx, contextId: string): Promise<string[]> {
    const sections = await tx.query<{ offeringId: string }>(
      'select offering_id as "offeringId" from lti_section where context_id = $1 order by offering_id',
      [contextId],
    );
    return sections.map(({ offeringId }) => offeringId);
  }

  /** All courses of a platform, and the offerings in which their people learn. */
  async ofRegistration(tx: Tx, registrationId: string): Promise<{ contextIds: string[]; offeringIds: string[] }> {
    const rows = await tx.query<{ contextId: string; offeringId: string | null }>(
      `select c.id as "contextId", s.offering_id as "offeringId"
         from lti_deployment d join lti_context c on c.deployment_id = d.id left join lti_section s on s.context_id = c.id
        where d.registration_id = $1 order by s.offering_id`,
      [registrationId],
    );
    return {
      contextIds: [...new Set(rows.map(({ contextId }) => contextId))],
      offeringIds: rows.flatMap(({ offeringId }) => offeringId ?? []),
    };
  }
}
