import { Injectable } from '@nestjs/common';
import { system } from './scope.js';
import { UnitOfWork } from './unit-of-work.js';

const SCOPE = system('answers kept for repeated requests are dropped after a day, whoever asked');

/** Drops what is kept for repeated requests after 24 hours. */
@Injectable()
export class ForgetOldRequests {
  constructor(private readonly work: UnitOfWork) {}

  async run(): Promise<void> {
    await this.work.run(SCOPE, (tx) => tx.query(`delete from idempotent_request where created_at < now() - interval '24 hours'`));
  }
}
