import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DeadLetters } from './dead-letters.js';
import { DeliverOutboxRow } from './deliver-outbox-row.js';
import { Queues } from './queues.js';
import { ReconcileOutbox } from './reconcile-outbox.js';
import { WorkState } from './work-state.js';
import { Relay } from './relay.js';
import { WorkerHost } from './worker-host.js';

/** The producing side, for readiness, the reconciler and the operator. */
@Global()
@Module({
  providers: [Queues, ReconcileOutbox, DeadLetters, WorkState],
  exports: [Queues, ReconcileOutbox, DeadLetters, WorkState],
})
export class QueueModule {}

/** The working side: relay and workers. */
@Module({ imports: [DiscoveryModule], providers: [DeliverOutboxRow, Relay, WorkerHost], exports: [Relay] })
export class QueueWorkerModule {}
