import type { Check } from '../../../platform/checks/check.js';
import type { Scope } from '../../../platform/database/scope.js';
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { KeyRing } from '../../credentials/index.js';

/** Opens every signing key of the scope: of one institution, or of all. */
export function signingKeysCheck(scope: Scope, work: UnitOfWork, ring: KeyRing): Check {
  return {
    what: 'signing keys',
    advice: 'CAIRN_KEY_SECRET or the file key-secret is not the one that they were sealed with: restore it',
    run: () =>
      work.run(scope, async (tx) => {
        const institutions = await tx.query<{ id: string }>('select id from institution where $1::uuid is null or id = $1', [
          tx.institutionId,
        ]);
        let opened = 0;
        for (const { id } of institutions) {
          for (const key of await ring.all(tx, id)) {
            await ring.check(key);
            opened++;
          }
        }
        return opened === 0 ? 'none yet; the first is made with the first badge' : `${opened} opened`;
      }),
  };
}
