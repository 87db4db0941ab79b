import { Injectable } from '@nestjs/common';
import { Environment } from '../../../platform/config/environment.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { queueLetters } from '../../../platform/letters/queue-letters.js';
import { type WebhookEndpoint, WebhookEndpointsRepository } from '../data/endpoints.repository.js';

/** A letter to each administrator: an endpoint is told no more, and where to see why. */
@Injectable()
export class TellAdministrators {
  constructor(
    private readonly endpoints: WebhookEndpointsRepository,
    private readonly environment: Environment,
  ) {}

  async in(tx: Tx, { id, institutionId, version }: WebhookEndpoint, now: Date): Promise<void> {
    const values = { link: `${this.environment.publicUrl}/app/institution/webhooks` };
    const administrators = await this.endpoints.administrators(tx);
    await queueLetters(
      tx,
      administrators.map((to) => ({
        institutionId,
        dedupeKey: `webhook-disabled:${id}:${version}:${to.email}`,
        to,
        kind: 'webhook_ended' as const,
        values,
        now,
      })),
    );
  }
}
