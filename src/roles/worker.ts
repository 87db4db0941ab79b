import { Module } from '@nestjs/common';
import { QueueWorkerModule } from '../platform/queue/queue.module.js';
import { jobModules } from './modules.js';

/** Relays the outbox and runs the jobs. */
@Module({ imports: [QueueWorkerModule, ...jobModules] })
export class WorkerRole {}
