import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { commandLineFromPs, commandLineOf, identityOf, isStillAlive } from './process-identity.js';

async function sleeper(): Promise<{ pid: number; end: () => Promise<void> }> {
  const child = spawn('sleep', ['60']);
  await once(child, 'spawn');
  return {
    pid: child.pid ?? 0,
    end: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

describe('The identity of a process', () => {
  it('holds while it runs and no longer', async () => {
    const { pid, end } = await sleeper();
    const identity = await identityOf(pid);
    expect(identity?.pid).toBe(pid);
    expect(identity && (await isStillAlive(identity))).toBe(true);
    await end();
    expect(identity && (await isStillAlive(identity))).toBe(false);
    expect(await identityOf(pid)).toBeNull();
  });

  it('goes by the number alone where a start time is unknown', async () => {
    expect(await isStillAlive({ pid: process.pid, startedAt: null })).toBe(true);
  });

  it('comes with the same command line from either source', async () => {
    const { pid, end } = await sleeper();
    expect(await commandLineOf(pid)).toBe('sleep 60 ');
    expect(await commandLineFromPs(pid)).toBe('sleep 60 ');
    await end();
    expect(await commandLineOf(pid)).toBeNull();
  });
});
