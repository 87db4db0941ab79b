import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { CopyNotice } from '../domain/read-notice.js';

@Injectable()
export class ContextCopiesRepository {
  /** What a platform says again, changes nothing. `deploymentId` is ours. */
  async add(tx: Tx, deploymentId: string, { jti, contextId, copiedFrom }: CopyNotice, now: Date): Promise<void> {
    await tx.query(
      `insert into lti_context_copy (deployment_id, jti, institution_id, context_id, copied_from, told_at)
       values ($1, $2, $3, $4, $5, $6) on conflict (deployment_id, jti) do nothing`,
      [deploymentId, jti, tx.institutionId, contextId, copiedFrom, now],
    );
  }

  /** What a course was copied from, as the platform calls it, and what that was copied from: the nearest first. */
  async origins(tx: Tx, deploymentId: string, contextId: string): Promise<string[]> {
    const found = await tx.query<{ id: string }>(
      `with recursive line as (
         select $2::text as id, 0 as steps
         union
         select origin, steps + 1 from line
           join lti_context_copy c on c.deployment_id = $1 and c.context_id = line.id, unnest(c.copied_from) as origin
          where steps < $3)
       select id from line where id <> $2 group by id order by min(steps), id`,
      [deploymentId, contextId, MOST_STEPS],
    );
    return found.map(({ id }) => id);
  }
}

// From term to term for ten years; a platform that says in circles ends there too.
const MOST_STEPS = 20;
