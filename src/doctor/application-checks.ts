import type { INestApplicationContext } from '@nestjs/common';
import { KeyRing } from '../modules/credentials/index.js';
import { signingKeysCheck } from '../modules/operations/index.js';
import type { Check } from '../platform/checks/check.js';
import { queueCheck } from '../platform/checks/queue-check.js';
import { system } from '../platform/database/scope.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Queues } from '../platform/queue/queues.js';

const SCOPE = system('the signing keys of every institution are tried');

/** What can be tried once the database is as it must be. */
export function applicationChecks(app: INestApplicationContext): Check[] {
  return [queueCheck(app.get(Queues)), signingKeysCheck(SCOPE, app.get(UnitOfWork), app.get(KeyRing))];
}
