import type { INestApplicationContext } from '@nestjs/common';
import { StoreSuccessor, SupersedeCredential, withShownName } from '../../src/modules/credentials/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';

/** Has a badge show its learner's name, as it does once the learner agreed to that; gives the id of the new form. */
export async function showName(
  app: INestApplicationContext,
  institutionId: string,
  credentialId: string,
  name: string,
): Promise<string> {
  const get = <Part>(part: new (...parts: never[]) => Part) => app.get(part, { strict: false });
  const { id } = await get(UnitOfWork).run({ institutionId }, (tx) =>
    get(SupersedeCredential).in(tx, { credentialId, cause: 'consent', actorId: null, amend: withShownName(name) }),
  );
  const form = await get(StoreSuccessor).run({ institutionId }, id);
  if (!form) throw new Error('The badge was revoked meanwhile');
  return form.id;
}
