import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { walk, type WalkResult } from '../../demo/walk.js';
import { type FsckOptions, runFsck } from '../../src/fsck/run-fsck.js';
import { PrepareFirstAdministrator } from '../../src/modules/people/index.js';
import { SealAuditChain } from '../../src/platform/events/seal-audit-chain.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { withClient } from '../support/database.js';
import { injectTransport } from '../support/inject-transport.js';

/** The demo world, running: what fsck sees of it through the address that everybody has. */
describe('fsck of a running Cairn', () => {
  let cairn: TestApp;
  let result: WalkResult;
  let http: string;

  beforeAll(async () => {
    cairn = await startTestApp();
    await cairn.app.listen(0, '127.0.0.1');
    http = `http://127.0.0.1:${(cairn.app.getHttpServer().address() as AddressInfo).port}`;
    const signInPath = await cairn.app.get(PrepareFirstAdministrator, { strict: false }).run();
    const transport = injectTransport(cairn.app);
    result = await walk({ transport, signInPath: signInPath ?? '', verify: false, onStep: () => undefined });
    while ((await rows('select from outbox where done_at is null')).length > 0)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await cairn.app.get(SealAuditChain, { strict: false }).run();
  }, 180_000);
  afterAll(() => cairn.close());

  const rows = <Row extends object>(sql: string) =>
    withClient(cairn.database.superuserUrl, async (client) => (await client.query<Row>(sql)).rows);
  const fsck = (options: Partial<FsckOptions> = {}) =>
    runFsck(cairn.environment, cairn.database, { graceSeconds: 5, now: new Date(), http, ...options });

  it('finds no breach after the main job, with quizzes, files, returned and failed work', async () => {
    const passes = await rows<{ enrollment_id: string; decided_at: Date }>(`select * from assessment where verdict = 'passed'`);
    const ackLog = passes.map((pass) => ({ enrollmentId: pass.enrollment_id, acknowledgedAt: pass.decided_at }));
    const { ok, breaches, checked } = await fsck({ ackLog, graceSeconds: 0 });
    expect(breaches).toEqual([]);
    expect(ok).toBe(true);
    expect(checked).toMatchObject({
      I3: { passes: 2, issued: 2, told: 2, stable: 2, lost: 0, neverSeen: 0 },
      I7: { attempts: 4 },
      I8: { files: expect.any(Number) },
    });
    expect(checked.I7?.quizAttempts).toBeGreaterThan(0);
    expect(checked.I8?.files).toBeGreaterThan(8);
  });

  it('finds a string of a learner that the public can read', async () => {
    const canaries = { strings: ['Amara Diallo'], paths: ['/'], tokens: [], logs: [] };
    expect((await fsck({ canaries })).breaches).toEqual([]);
    await rows(`update institution set description = 'Ask Amara Diallo'`);
    const { breaches } = await fsck({ canaries });
    expect(breaches).toContainEqual({
      invariant: 'I13',
      subject: expect.stringMatching(/^\/issuers\/.* as anybody/),
      detail: 'holds "Amara Diallo"',
    });
    await rows(`update institution set description = ''`);
  });

  it('finds a string of one learner in the answers to another', async () => {
    const { token } = await result.cast.jonas.client.post<{ token: string }>('/api/v1/me/api-tokens', {
      name: 'fsck',
      scopes: ['institution:read'],
    });
    const canaries = { strings: ['Riverside'], paths: ['/api/v1/institution'], tokens: [token], logs: [] };
    const { breaches, checked } = await fsck({ canaries });
    expect(checked.I13?.answers).toBeGreaterThan(0);
    expect(breaches.map(({ subject }) => subject)).toContain('/api/v1/institution as the holder of token 1');
  });

  it('finds a badge that does not verify', async () => {
    const [badge] = await rows<{ id: string; enrollmentId: string }>(
      'select id, enrollment_id as "enrollmentId" from credential',
    );
    const { id, enrollmentId } = badge ?? { id: '', enrollmentId: '' };
    const change = (from: string, to: string) =>
      rows(`update credential set signed = replace(signed, '${from}', '${to}') where id = '${id}'`);
    await change('Riverside', 'Lakeside');
    const { breaches } = await fsck({ ackLog: [{ enrollmentId, acknowledgedAt: new Date(0) }] });
    expect(breaches).toContainEqual({
      invariant: 'I3',
      subject: `enrollment ${enrollmentId}`,
      detail: expect.stringContaining('verification says: proof signature-wrong'),
    });
    await change('Lakeside', 'Riverside');
  });

  describe('at another address', () => {
    const stranger = createServer((_request, response) => response.writeHead(404).end());
    let elsewhere: string;
    beforeAll(async () => {
      await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
      elsewhere = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
    });

    it('finds that badges and lists are not there', async () => {
      const [badge] = await rows<{ enrollmentId: string }>('select enrollment_id as "enrollmentId" from credential');
      const enrollmentId = badge?.enrollmentId ?? '';
      const { breaches } = await fsck({ http: elsewhere, ackLog: [{ enrollmentId, acknowledgedAt: new Date(0) }] });
      expect(breaches.map(({ invariant, detail }) => `${invariant} ${detail}`)).toEqual([
        expect.stringMatching(/^I3 .*: its address answers 404/),
        'I5 its address answers 404',
      ]);
    });

    it('finds that nobody answers, and still checks what can be checked', async () => {
      await new Promise((resolve) => stranger.close(resolve));
      const { breaches, checked } = await fsck({ http: elsewhere });
      expect(breaches).toEqual([
        {
          invariant: 'I5',
          subject: expect.stringContaining('published status list'),
          detail: expect.stringMatching(/its address cannot be reached: .*ECONNREFUSED/),
        },
      ]);
      expect(checked.I6).toMatchObject({ statusLists: 1 });
    });
  });
});
