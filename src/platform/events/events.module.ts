import { Module } from '@nestjs/common';
import { SealAuditChain } from './seal-audit-chain.js';

/** What is done with events after they were recorded. */
@Module({ providers: [SealAuditChain], exports: [SealAuditChain] })
export class EventsModule {}
