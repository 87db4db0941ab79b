import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../clock.js';
import { system } from '../database/scope.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { STORAGE_DRIVER, type StorageDriver } from '../storage/storage-driver.js';
import { UploadsRepository } from './uploads.repository.js';

const SCOPE = system('uploads of every institution are given up');
const AT_ONCE = 100;

/** Removes uploads that were given up, and the memory of those that became files. What is left when this is cut off is swept up later. */
@Injectable()
export class ForgetUploads {
  constructor(
    private readonly work: UnitOfWork,
    private readonly uploads: UploadsRepository,
    @Inject(STORAGE_DRIVER) private readonly driver: StorageDriver,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers how many went. */
  async run(): Promise<number> {
    const now = this.clock.now();
    let count = 0;
    for (;;) {
      const last = await this.some(now);
      count += last;
      if (last < AT_ONCE) return count;
    }
  }

  private async some(now: Date): Promise<number> {
    const { ids, keys } = await this.work.run(SCOPE, async (tx) => {
      const expired = await this.uploads.expired(tx, now, AT_ONCE);
      return { ids: expired, keys: expired.length === 0 ? [] : await this.uploads.remove(tx, expired) };
    });
    for (const key of keys) await this.driver.remove(key);
    return ids.length;
  }
}
