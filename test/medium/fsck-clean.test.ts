import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BrokenWorld, type FsckWorld, startFsckWorld } from '../support/fsck-world.js';

describe('fsck of a world where everything went as it should', () => {
  let world: FsckWorld;
  let copy: BrokenWorld;

  beforeAll(async () => {
    world = await startFsckWorld();
    copy = await world.copy();
  });
  afterAll(async () => {
    await copy?.close();
    await world.close();
  });

  it('finds no breach, says what it looked at, and what does not apply', async () => {
    const report = await copy.fsck();
    expect(report.breaches).toEqual([]);
    expect(report).toMatchObject({
      ok: true,
      signatures: '@digitalbazaar/vc',
      checked: {
        I1: { pairs: 3, credentials: 3 },
        I2: { awards: 3, historic: 0 },
        I3: { passes: 4, issued: 3, withheld: 1, pending: 0 },
        I4: { planned: 3, signatures: 3 },
        I5: { statusLists: 1, places: 3, raised: 1 },
        I6: { statusLists: 1, places: 3, compared: 0 },
        I7: { assessments: 6, attempts: 6 },
        I8: { files: 1, stored: 0 },
        I10: { messages: 0, attempts: 0 },
        I11: { institutions: 2 },
        I12: { open: 0, setAside: 0, queued: 0 },
        progress: { facts: 10, activities: 10, courses: 10 },
      },
      notApplicable: { I9: expect.any(String) },
    });
  });
});
