import { Module } from '@nestjs/common';
import { CredentialsModule } from '../credentials/index.js';
import { PeopleModule } from '../people/index.js';
import { OperationsController } from './http/operations.controller.js';
import { LookAfterDeadLetters } from './use-cases/look-after-dead-letters.js';
import { ReadHealth } from './use-cases/read-health.js';

@Module({
  imports: [CredentialsModule, PeopleModule],
  providers: [ReadHealth, LookAfterDeadLetters],
  controllers: [OperationsController],
})
export class OperationsHttpModule {}
