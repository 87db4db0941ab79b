import { defineChunkedJob } from '../../../platform/queue/job.js';

/** Written by the database itself, beside the event. */
export interface EventToTell {
  eventId: string;
  endpointIds: readonly string[];
}

// In a queue of its own kind: endpoints that are slow must not keep events from becoming deliveries.
export const tellWebhooks = defineChunkedJob<EventToTell>('tell-webhooks', 'notifications', 30);
