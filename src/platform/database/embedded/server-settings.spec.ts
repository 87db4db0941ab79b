import { describe, expect, it } from '@jest/globals';
import { serverSettings, sharedBuffers } from './server-settings.js';

const GIGABYTE = 2 ** 30;

describe('The settings of the embedded server', () => {
  it('give its cache an eighth of the memory, within bounds', () => {
    expect([0.5, 1, 2, 4, 8, 64].map((gigabytes) => sharedBuffers(gigabytes * GIGABYTE))).toEqual([
      128, 128, 256, 512, 1_024, 1_024,
    ]);
  });

  it('leave it small and careless for tests alone', () => {
    const settings = (durable: boolean) => serverSettings({ port: 5432, durable, maxConnections: 20 }).join(' ');
    expect(settings(true)).toMatch(/shared_buffers=\d+MB/);
    expect(settings(true)).not.toContain('fsync');
    expect(settings(false)).toContain('fsync=off');
    expect(settings(false)).not.toContain('shared_buffers');
  });
});
