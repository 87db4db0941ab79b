import { Injectable } from '@nestjs/common';
import { HandlesChunks } from '../../../platform/queue/handler-catalogue.js';
import type { JobContext, Outcome } from '../../../platform/queue/job.js';
import { TellWebhooks } from '../use-cases/tell-webhooks.js';
import { type EventToTell, tellWebhooks } from './tell-webhooks.js';

@Injectable()
@HandlesChunks(tellWebhooks)
export class TellWebhooksHandler {
  constructor(private readonly tell: TellWebhooks) {}

  async handleChunk(events: readonly EventToTell[], { institutionId }: JobContext): Promise<Outcome[]> {
    await this.tell.run({ institutionId }, events);
    return events.map(() => null);
  }
}
