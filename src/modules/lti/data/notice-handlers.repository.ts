import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { ServiceProblem } from '../domain/service-problem.js';

/** Where a deployment is asked to send notices, and what came of it. */
export interface NoticeHandler {
  deploymentId: string;
  institutionId: string;
  serviceUrl: string;
  scopes: string[];
  /** Our own address. */
  handler: string;
  askedAt: Date;
  registeredAt: Date | null;
  /** Why the platform did not take it the last time. */
  problem: ServiceProblem | null;
  triedAt: Date | null;
  /** The outbox has used up its tries since it was asked for. */
  isGivenUp: boolean;
}

export type NoticeWish = Omit<NoticeHandler, 'registeredAt' | 'problem' | 'triedAt' | 'isGivenUp'>;

const COLUMNS = `h.deployment_id as "deploymentId", h.institution_id as "institutionId", h.service_url as "serviceUrl", h.scopes, h.handler,
  h.asked_at as "askedAt", h.registered_at as "registeredAt", h.problem, h.tried_at as "triedAt",
  exists (select from outbox o where o.job = 'register-notice-handler' and o.dead_at is not null and o.done_at is null
             and o.created_at >= h.asked_at and o.payload ->> 'deploymentId' = h.deployment_id::text) as "isGivenUp"`;

@Injectable()
export class NoticeHandlersRepository {
  /** Whether that is new, or the platform's address or ours has changed: then it has to be asked for anew. */
  async wish(tx: Tx, one: NoticeWish): Promise<boolean> {
    const wished = await tx.query(
      `insert into lti_notice_handler as h (deployment_id, institution_id, service_url, scopes, handler, asked_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (deployment_id) do update set service_url = excluded.service_url, scopes = excluded.scopes,
         handler = excluded.handler, asked_at = excluded.asked_at, registered_at = null, problem = null, tried_at = null
       where (h.service_url, h.scopes, h.handler) is distinct from (excluded.service_url, excluded.scopes, excluded.handler)
       returning deployment_id`,
      [one.deploymentId, one.institutionId, one.serviceUrl, one.scopes, one.handler, one.askedAt],
    );
    return wished.length > 0;
  }

  async find(tx: Tx, deploymentId: string): Promise<(NoticeHandler & { registrationId: string }) | null> {
    const [found] = await tx.query<NoticeHandler & { registrationId: string }>(
      `select ${COLUMNS}, d.registration_id as "registrationId"
         from lti_notice_handler h join lti_deployment d on d.id = h.deployment_id where h.deployment_id = $1`,
      [deploymentId],
    );
    return found ?? null;
  }

  async ofRegistration(tx: Tx, registrationId: string): Promise<NoticeHandler[]> {
    return tx.query<NoticeHandler>(
      `select ${COLUMNS} from lti_notice_handler h join lti_deployment d on d.id = h.deployment_id where d.registration_id = $1`,
      [registrationId],
    );
  }

  /** What was answered is forgotten: the platform is asked as if for the first time. */
  async askAgain(tx: Tx, deploymentId: string, now: Date): Promise<void> {
    await tx.query('update lti_notice_handler set asked_at = $2, problem = null, tried_at = null where deployment_id = $1', [
      deploymentId,
      now,
    ]);
  }

  /** Of what was asked for then: meanwhile it may have changed. `problem`: why the platform did not take it; `null`: it did. */
  async record(tx: Tx, { deploymentId, askedAt }: NoticeHandler, problem: ServiceProblem | null, now: Date): Promise<void> {
    await tx.query(
      `update lti_notice_handler set registered_at = case when $3::text is null then $4::timestamptz end, problem = $3, tried_at = $4
        where deployment_id = $1 and asked_at = $2`,
      [deploymentId, askedAt, problem, now],
    );
  }
}
