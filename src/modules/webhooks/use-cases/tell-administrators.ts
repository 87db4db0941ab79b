import { Injectable } from '@nestjs/common';
import { Environment } from '../../../platform/config/environment.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { queueMails } from '../../../platform/mail/queue-mail.js';
import { type WebhookEndpoint, WebhookEndpointsRepository } from '../data/endpoints.repository.js';

/** A letter to each administrator: an endpoint is told no more, and what to do. */
@Injectable()
export class TellAdministrators {
  constructor(
    private readonly endpoints: WebhookEndpointsRepository,
    private readonly environment: Environment,
  ) {}

  async in(tx: Tx, { id, institutionId, url, version, disabledBecause }: WebhookEndpoint, now: Date): Promise<void> {
    const why =
      disabledBecause === 'gone'
        ? 'it answered 410, which says that it wants no more messages'
        : 'every message to it has failed for five days';
    const body = (name: string) =>
      `Hello ${name},\n\nCairn sends no more webhooks to ${url}: ${why}.\n\n` +
      `When it works again, resume it here, and send again what it missed:\n\n${this.environment.publicUrl}/app/institution/webhooks\n`;
    const administrators = await this.endpoints.administrators(tx);
    await queueMails(
      tx,
      administrators.map(({ name, email }) => ({
        institutionId,
        dedupeKey: `webhook-disabled:${id}:${version}:${email}`,
        recipient: email,
        subject: 'A webhook was switched off',
        body: body(name),
        now,
      })),
    );
  }
}
