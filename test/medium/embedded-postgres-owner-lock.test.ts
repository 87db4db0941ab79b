import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { takeOwnerLock } from '../../src/platform/database/embedded/owner-lock.js';
import { identityOf } from '../../src/platform/database/embedded/process-identity.js';
import { cleanUp, temporaryFolder } from '../support/embedded-launch.js';

afterEach(cleanUp);

const NOBODY_HAS_THIS_PID = 4_194_305;
const itWherePipesExist = process.platform === 'win32' ? it.skip : it;
const itWhereStartTimesAreKnown = existsSync('/proc/self/stat') ? it : it.skip;

async function writeLock(folder: string, content: string, lockNumber = 7): Promise<void> {
  await writeFile(join(folder, `owner-${lockNumber}.lock`), content);
}

async function ourself(): Promise<{ pid: number; startedAt: string | null }> {
  return (await identityOf(process.pid)) ?? { pid: process.pid, startedAt: null };
}

describe('The owner lock', () => {
  it('is refused while its owner lives, and free once released', async () => {
    const folder = await temporaryFolder();
    const lock = await takeOwnerLock(folder);
    await expect(takeOwnerLock(folder)).rejects.toMatchObject({ code: 'embedded.already_running' });
    await lock.release();
    await (await takeOwnerLock(folder)).release();
    expect(await readdir(folder)).toEqual(['owner-2.lock']);
  });

  it('of a dead process is taken over', async () => {
    const folder = await temporaryFolder();
    await writeLock(folder, JSON.stringify({ pid: NOBODY_HAS_THIS_PID, startedAt: 'then' }));
    await takeOwnerLock(folder);
    expect(await readdir(folder)).toEqual(['owner-8.lock']);
  });

  itWhereStartTimesAreKnown('of a dead process is taken over even when another process has its number now', async () => {
    const folder = await temporaryFolder();
    await writeLock(folder, JSON.stringify({ pid: process.pid, startedAt: 'before the restart' }));
    await takeOwnerLock(folder);
    expect(await readdir(folder)).toEqual(['owner-8.lock']);
  });

  it('of a living process without a known start time is respected, with a way out', async () => {
    const folder = await temporaryFolder();
    await writeLock(folder, JSON.stringify({ pid: process.pid, startedAt: null }));
    await expect(takeOwnerLock(folder)).rejects.toThrow(`delete ${join(folder, 'owner-7.lock')}`);
  });

  it.each(['', '{"pid": 1', '[]', '{"pid":"x","startedAt":1}'])('with the content %j has no owner', async (content) => {
    const folder = await temporaryFolder();
    await writeLock(folder, content);
    await takeOwnerLock(folder);
    expect(await readdir(folder)).toEqual(['owner-8.lock']);
  });

  it('with the highest number counts, whatever older ones say', async () => {
    const folder = await temporaryFolder();
    await writeLock(folder, JSON.stringify(await ourself()), 9);
    await writeLock(folder, '', 10);
    await takeOwnerLock(folder);
    expect(await readdir(folder)).toEqual(['owner-11.lock']);
  });

  itWherePipesExist('is not held by one so slow that others came and went between its look and its claim', async () => {
    const folder = await temporaryFolder();
    const seen = join(folder, 'owner-5.lock');
    execFileSync('mkfifo', [seen]);
    const slow = takeOwnerLock(folder).catch((error: unknown) => error);
    const pipe = await open(seen, 'w');
    // While it reads lock 5, numbers 6 and 7 are taken; the holder of 7 has swept the others away.
    await writeLock(folder, JSON.stringify(await ourself()), 7);
    await rm(seen);
    await pipe.close();

    expect(await slow).toMatchObject({ code: 'embedded.already_running' });
    expect(await readdir(folder)).toEqual(['owner-7.lock']);
  });

  it('clears away what a process killed while asking left behind', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, `owner.candidate-${NOBODY_HAS_THIS_PID}-abc`), '');
    await takeOwnerLock(folder);
    expect(await readdir(folder)).toEqual(['owner-1.lock']);
  });

  it('goes to exactly one of twenty who find it stale at once, time and again', async () => {
    const folder = await temporaryFolder();
    for (let round = 0; round < 20; round += 1) {
      const asked = await Promise.allSettled(Array.from({ length: 20 }, () => takeOwnerLock(folder)));
      const won = asked.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []));
      const codes = asked.flatMap((outcome) => (outcome.status === 'rejected' ? String(outcome.reason.code) : []));
      expect(won).toHaveLength(1);
      expect(new Set(codes)).toEqual(new Set(['embedded.already_running']));
      await won[0]?.release();
    }
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('is never held twice while many take and release it', async () => {
    const folder = await temporaryFolder();
    let holders = 0;
    let turns = 0;
    const takeTurns = async () => {
      while (turns < 60) {
        const lock = await takeOwnerLock(folder).catch(() => null);
        if (!lock) continue;
        holders += 1;
        turns += 1;
        expect(holders).toBe(1);
        await readdir(folder);
        holders -= 1;
        await lock.release();
      }
    };
    await Promise.all(Array.from({ length: 8 }, takeTurns));
    expect(turns).toBeGreaterThanOrEqual(60);
  });
});
