import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';

type DeploymentState = 'pending' | 'approved' | 'refused';

/** Where a platform has put Cairn (LTI Core 1.3 §3.1.3): the whole of it, or one of several customers that share an issuer. */
export interface Deployment {
  id: string;
  institutionId: string;
  registrationId: string;
  /** As the platform calls it; case counts. */
  deploymentId: string;
  state: DeploymentState;
  createdAt: Date;
  decidedAt: Date | null;
}

/** A deployment with how much it is used. */
export interface DeploymentSummary extends Deployment {
  contexts: number;
  lastLaunchAt: Date | null;
}

const COLUMNS = `d.id, d.institution_id as "institutionId", d.registration_id as "registrationId", d.deployment_id as "deploymentId", d.state,
  d.created_at as "createdAt", d.decided_at as "decidedAt"`;

@Injectable()
export class DeploymentsRepository {
  async find(tx: Tx, registrationId: string, deploymentId: string): Promise<Deployment | null> {
    const [found] = await tx.query<Deployment>(
      `select ${COLUMNS} from lti_deployment d where d.registration_id = $1 and d.deployment_id = $2`,
      [registrationId, deploymentId],
    );
    return found ?? null;
  }

  async findLocked(tx: Tx, registrationId: string, id: string): Promise<Deployment | null> {
    const [found] = await tx.query<Deployment>(
      `select ${COLUMNS} from lti_deployment d where d.registration_id = $1 and d.id = $2 for update`,
      [registrationId, id],
    );
    return found ?? null;
  }

  async any(tx: Tx, registrationId: string): Promise<boolean> {
    const found = await tx.query('select from lti_deployment where registration_id = $1 limit 1', [registrationId]);
    return found.length > 0;
  }

  /** Those that wait first, then the newest. */
  async list(tx: Tx, registrationId: string): Promise<DeploymentSummary[]> {
    return tx.query<DeploymentSummary>(
      `select ${COLUMNS}, count(c.id)::int as contexts, max(c.last_launch_at) as "lastLaunchAt"
         from lti_deployment d left join lti_context c on c.deployment_id = d.id
        where d.registration_id = $1 group by d.id order by d.state <> 'pending', d.created_at desc, d.id desc`,
      [registrationId],
    );
  }

  /** False when the registration knows it already. */
  async add(
    tx: Tx,
    { id, institutionId, registrationId, deploymentId, state, createdAt, decidedAt }: Deployment,
  ): Promise<boolean> {
    const added = await tx.query(
      `insert into lti_deployment (id, institution_id, registration_id, deployment_id, state, created_at, decided_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (registration_id, deployment_id) do nothing returning id`,
      [id, institutionId, registrationId, deploymentId, state, createdAt, decidedAt],
    );
    return added.length > 0;
  }

  async decide(tx: Tx, id: string, state: 'approved' | 'refused', now: Date): Promise<void> {
    await tx.query('update lti_deployment set state = $2, decided_at = $3 where id = $1', [id, state, now]);
  }

  /** What sessions that came by it are limited to. */
  async contextIds(tx: Tx, id: string): Promise<string[]> {
    const found = await tx.query<{ id: string }>('select id from lti_context where deployment_id = $1', [id]);
    return found.map((context) => context.id);
  }
}
