import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readAckLog } from './ack-log.js';
import { readBaseline } from './baseline.js';
import { readCanaries } from './canaries.js';

const ENROLLMENT = '0193a1f0-7c2b-7000-8000-0000000000aa';

describe('A file given to fsck', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cairn-fsck-files-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const file = async (content: string, name = 'given'): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };

  it('of acknowledged passes holds one a line', async () => {
    const line = JSON.stringify({ enrollmentId: ENROLLMENT, acknowledgedAt: '2026-03-01T09:30:00Z', more: 1 });
    expect(await readAckLog(await file(`${line}\n\n${line}\n`))).toEqual([
      { enrollmentId: ENROLLMENT, acknowledgedAt: new Date('2026-03-01T09:30:00Z') },
      { enrollmentId: ENROLLMENT, acknowledgedAt: new Date('2026-03-01T09:30:00Z') },
    ]);
  });

  it.each([
    ['passed!', /given:1 is not JSON/],
    ['{}', /given:1 is not \{"enrollmentId"/],
    [`{"enrollmentId":"${ENROLLMENT}","acknowledgedAt":"soon"}`, /given:1 is not/],
    ['{"enrollmentId":"Amara","acknowledgedAt":"2026-03-01"}', /given:1 is not/],
  ])('of acknowledged passes that holds %s says which line is wrong', async (content, message) => {
    await expect(readAckLog(await file(content))).rejects.toThrow(message);
  });

  it('of canaries needs strings, and may name paths, tokens and logs', async () => {
    const none = { paths: [], tokens: [], logs: [] };
    expect(await readCanaries(await file('{"strings":["canary"]}'))).toEqual({ strings: ['canary'], ...none });
    expect(await readCanaries(await file('{"strings":["canary"],"paths":["/"]}'))).toEqual({
      strings: ['canary'],
      ...none,
      paths: ['/'],
    });
  });

  it.each(['{}', '{"strings":[]}', '{"strings":[""]}', '{"strings":["a"],"paths":"/"}', 'null', '[]', 'canary'])(
    'of canaries that holds %s is refused with what it should hold',
    async (content) => {
      await expect(readCanaries(await file(content))).rejects.toThrow(/is not (JSON|\{"strings")/);
    },
  );

  it('of a baseline may be missing, and others beside it do not matter', async () => {
    await file('{"signed":true}', `status-list-${ENROLLMENT}.json`);
    await file('[{"institutionId":"x","sequence":3,"hash":"y"}]', 'audit-heads.json');
    expect(await readBaseline(folder)).toEqual({
      statusLists: new Map([[ENROLLMENT, '{"signed":true}']]),
      heads: [{ institutionId: 'x', sequence: 3, hash: 'y' }],
    });
    await rm(join(folder, 'audit-heads.json'));
    expect((await readBaseline(folder)).heads).toEqual([]);
  });
});
