import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import { PersonalExportsRepository } from '../data/personal-exports.repository.js';

const SCOPE = system('exports of every institution expire');
const AT_ONCE = 100;

/** Removes exports whose week is over. Bytes that stay behind when this is cut off are swept up later. */
@Injectable()
export class ForgetPersonalExports {
  constructor(
    private readonly work: UnitOfWork,
    private readonly exports: PersonalExportsRepository,
    private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers how many went. */
  async run(): Promise<number> {
    const now = this.clock.now();
    let count = 0;
    for (let last = AT_ONCE; last === AT_ONCE; count += last) {
      const files = await this.work.run(SCOPE, async (tx) => {
        const removed = [];
        for (const one of await this.exports.expired(tx, now, AT_ONCE)) removed.push(await this.exports.remove(tx, one));
        return removed;
      });
      last = files.length;
      for (const file of files) if (file) await this.files.discard(file);
    }
    return count;
  }
}
