import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { MessageLink } from '../domain/message.js';
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
  /**
   * Adds it, or renews what a launch tells of it: a target that it names wins over one that was chosen before, and both over one that
   * was inherited.
   */
  async renew(tx: Tx, one: ResourceLink, inherited: Target | null): Promise<ResourceLink> {
    const [renewed] = await tx.query<ResourceLink>(
      `insert into lti_resource_link as l (id, institution_id, deployment_id, context_id, link_id, title, target, created_at)
       values ($1, $2, $3, $4, $5, $6, coalesce($7::jsonb, $9::jsonb), $8)
       on conflict (deployment_id, link_id) do update set context_id = excluded.context_id,
         title = coalesce(nullif(excluded.title, ''), l.title), target = coalesce($7::jsonb, l.target, $9::jsonb)
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
        inherited && JSON.stringify(inherited),
      ],
    );
    if (!renewed) throw new Error('A link that was just renewed is there');
    return renewed;
  }

  /**
   * What a link of a copied course shows: the same as the one that it was copied from, by the platform's word for that link, or else by
   * its title, where only one in that course has it.
   */
  async targetOfOrigin(tx: Tx, contextId: string, { copiedFrom, title }: MessageLink): Promise<Target | null> {
    const [origin] = await tx.query<{ target: Target }>(
      `with recursive line as (
         select copied_from as id, 1 as steps from lti_context where id = $1 and copied_from is not null
         union all
         select c.copied_from, steps + 1 from line join lti_context c on c.id = line.id
          where c.copied_from is not null and steps < $4)
       select l.target from line join lti_resource_link l on l.context_id = line.id
        where l.target is not null and (l.link_id = any($2::text[]) or l.title = nullif($3, '') and not exists (
          select from lti_resource_link o where o.context_id = l.context_id and o.title = l.title and o.id <> l.id))
        order by array_position($2::text[], l.link_id), line.steps limit 1`,
      [contextId, copiedFrom, title ?? '', MOST_STEPS],
    );
    return origin?.target ?? null;
  }

  async choose(tx: Tx, contextId: string, linkId: string, target: Target): Promise<void> {
    await tx.query('update lti_resource_link set target = $3 where context_id = $1 and link_id = $2', [
      contextId,
      linkId,
      JSON.stringify(target),
    ]);
  }
}

const MOST_STEPS = 20;
