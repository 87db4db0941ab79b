import type { INestApplicationContext } from '@nestjs/common';
import { KeyRing } from '../modules/credentials/index.js';
import { system } from '../platform/database/scope.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Queues } from '../platform/queue/queues.js';
import type { Check } from './check.js';

const SCOPE = system('the signing keys of every institution are tried');

/** What can be tried once the database is as it must be. */
export function applicationChecks(app: INestApplicationContext): Check[] {
  return [
    {
      what: 'queue',
      advice: 'check REDIS_URL; badges wait in the outbox meanwhile and are not lost',
      run: async () => {
        const queues = app.get(Queues);
        await queues.check();
        return `${queues.backend.kind}: added, found and removed a job`;
      },
    },
    {
      what: 'signing keys',
      advice: 'CAIRN_KEY_SECRET or the file key-secret is not the one that they were sealed with: restore it',
      run: () => openEveryKey(app),
    },
  ];
}

async function openEveryKey(app: INestApplicationContext): Promise<string> {
  const ring = app.get(KeyRing);
  return app.get(UnitOfWork).run(SCOPE, async (tx) => {
    const institutions = await tx.query<{ id: string }>('select id from institution');
    let opened = 0;
    for (const { id } of institutions) {
      for (const key of await ring.all(tx, id)) {
        await ring.check(key);
        opened++;
      }
    }
    return opened === 0 ? 'none yet; the first is made with the first badge' : `${opened} opened`;
  });
}
