import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../clock.js';
import { system } from '../database/scope.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { STORAGE_DRIVER, type StorageDriver } from './storage-driver.js';

const SCOPE = system('stored bytes name no institution; whether they have a row is asked across all');
const HOUR_MS = 3_600_000;
const AT_ONCE = 500;
const FEW = 100;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Nearly all bytes being without a row means another database far more often than it means garbage. */
export class SuspiciousSweepError extends Error {
  override readonly name = 'SuspiciousSweepError';
}

/** Removes what writes that a crash cut off left behind, and bytes without a row, once they are an hour old. */
@Injectable()
export class SweepStorage {
  constructor(
    @Inject(STORAGE_DRIVER) private readonly driver: StorageDriver,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Answers how many were removed. Looks at everything first, and removes nothing, with a `SuspiciousSweepError`,
   * when most of it would go.
   */
  async run(): Promise<number> {
    // No upload takes as long, so nothing on its way is touched.
    const before = new Date(this.clock.now().getTime() - HOUR_MS);
    const orphans: string[] = [];
    let seen = 0;
    for await (const keys of batches(this.driver, before)) {
      seen += keys.length;
      orphans.push(...(await this.keysWithoutRow(keys)));
    }
    refuseSuspicious(orphans.length, seen);
    for (const key of orphans) await this.driver.remove(key);
    return orphans.length + (await this.driver.removeUnfinished(before));
  }

  private async keysWithoutRow(keys: string[]): Promise<string[]> {
    const rows = await this.work.run(SCOPE, (tx) =>
      tx.query<{ key: string }>(
        `select key from unnest($1::text[]) as given(key)
          where not exists (select from stored_file where storage_key = given.key)
            and not exists (select from upload_part where storage_key = given.key)`,
        [keys],
      ),
    );
    return rows.map(({ key }) => key);
  }
}

function refuseSuspicious(orphans: number, seen: number): void {
  if (orphans <= FEW || orphans <= seen / 2) return;
  throw new SuspiciousSweepError(
    `${orphans} of ${seen} stored files have no row in the database. Is this the database that they belong to? Nothing was removed.`,
  );
}

/** Keys of our own making: others in a shared bucket are nobody's orphans. */
async function* batches(driver: StorageDriver, before: Date): AsyncGenerator<string[]> {
  let batch: string[] = [];
  for await (const { key, modifiedAt } of driver.list()) {
    if (modifiedAt >= before || !UUID.test(key)) continue;
    batch.push(key);
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
