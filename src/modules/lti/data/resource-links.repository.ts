import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Target } from '../domain/target.js';

/** A link that somebody placed in a course of a platform. */
export interface ResourceLink {
  id: string;
  institutionId: string;
  deploymentId: string;
  contextId: string;
  linkId: string;
  title: string;
  /** `null` until somebody who teaches there chooses. */
  target: Target | null;
  createdAt: Date;
}

@Injectable()
export class ResourceLinksRepository {
  /** Adds it, or renews what a launch tells of it: a target that it names wins over one that was chosen before. */
  async renew(tx: Tx, one: ResourceLink): Promise<ResourceLink> {
    const [renewed] = await tx.query<ResourceLink>(
      `insert into lti_resource_link as l (id, institution_id, deployment_id, context_id, link_id, title, target, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (deployment_id, link_id) do update set context_id = excluded.context_id,
         title = coalesce(nullif(excluded.title, ''), l.title), target = coalesce(excluded.target, l.target)
       returning id, institution_id as "institutionId", deployment_id as "deploymentId", context_id as "contextId", link_id as "linkId",
                 title, target, created_at as "createdAt"`,
      [
        one.id,
        one.institutionId,
        one.deploymentId,
        one.contextId,
        one.linkId,
        one.title,
        one.target && JSON.stringify(one.target),
        one.createdAt,
      ],
    );
    if (!renewed) throw new Error('A link that was just renewed is there');
    return renewed;
  }

  async choose(tx: Tx, contextId: string, linkId: string, target: Target): Promise<void> {
    await tx.query('update lti_resource_link set target = $3 where context_id = $1 and link_id = $2', [
      contextId,
      linkId,
      JSON.stringify(target),
    ]);
  }
}
