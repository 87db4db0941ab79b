import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { KeyRing, VerifyDocument } from '../../src/modules/credentials/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { badgeOf, issue, passed } from '../support/badges.js';
import { TestBrowser } from '../support/browser.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

describe('Signing keys', () => {
  let world: Riverside;
  let said = '';
  const record = (chunk: unknown) => {
    said += String(chunk);
    return true;
  };

  beforeAll(async () => {
    jest.spyOn(process.stdout, 'write').mockImplementation(record);
    jest.spyOn(process.stderr, 'write').mockImplementation(record);
    world = await startRiverside({ CAIRN_ROLES: 'api', LOG_LEVEL: 'debug' });
    await issue(world, await passed(world));
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await world.close();
  });

  const inRiverside = <Result>(use: Parameters<UnitOfWork['run']>[1]) =>
    world.get(UnitOfWork).run({ institutionId: world.institutionId }, use) as Promise<Result>;

  /** The private half in every form in which it could slip out. */
  const secrets = async (): Promise<string[]> => {
    const forms: string[] = [];
    for (const { id } of await world.rows<{ id: string }>('select id from signing_key')) {
      const { privateKey } = await inRiverside<Awaited<ReturnType<KeyRing['forSigning']>>>((tx) =>
        world.get(KeyRing).forSigning(tx, id),
      );
      const seed = Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url');
      expect(seed).toHaveLength(32);
      forms.push(seed.toString('hex'), seed.toString('base64url'), seed.toString('base64').replace(/=+$/, ''));
    }
    return forms;
  };

  it('are nowhere in clear: not in any table, log line or public document', async () => {
    const tables = await world.rows<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'`,
    );
    let held = '';
    for (const { name } of tables) {
      const rows = await world.rows<{ row: string }>(`select t::text as row from ${name} t`);
      held += rows.map(({ row }) => row).join('\n');
    }
    const anybody = new TestBrowser(world.app);
    const [list] = await world.rows<{ id: string }>('select id from status_list');
    const paths = ['/issuers/riverside', '/issuers/riverside/did.json', `/status-lists/${list?.id}`, '/api/v1/credentials'];
    const answers = await Promise.all(paths.map((path) => (path.startsWith('/api') ? world.olga.browser : anybody).get(path)));
    held += answers.map(({ text }) => text).join('\n');
    expect(held).toContain('issue-credential');
    expect(held).toContain('Multikey');

    for (const form of await secrets()) {
      expect(held.includes(form)).toBe(false);
      expect(said.includes(form)).toBe(false);
    }
    expect(held).not.toMatch(/PRIVATE KEY/);
  });

  it('are made once, though many first badges are signed at the same time', async () => {
    const lakesideScope = { institutionId: world.lakesideId };
    const keys = await Promise.all(
      Array.from({ length: 5 }, () =>
        world.get(UnitOfWork).run(lakesideScope, (tx) => world.get(KeyRing).active(tx, world.lakesideId)),
      ),
    );
    expect(new Set(keys.map(({ id }) => id)).size).toBe(1);
  });

  it('that were replaced sign nothing more, and what they signed stays genuine', async () => {
    const [before] = await world.rows<{ signed: string }>('select signed from credential');
    await inRiverside((tx) => world.get(KeyRing).rotate(tx, world.institutionId, null));
    const lea = await passed(world, await world.ready('Lea'));
    await issue(world, lea);
    const after = await badgeOf(world, lea);
    const keyOf = (signed: string) => /"verificationMethod":"([^"]+)"/.exec(signed)?.[1];
    expect(keyOf(after.signed)).not.toBe(keyOf(before?.signed ?? ''));
    for (const signed of [before?.signed ?? '', after.signed]) {
      expect(await world.get(VerifyDocument).run(JSON.parse(signed))).toMatchObject({ verified: true });
    }
    const did = (await new TestBrowser(world.app).get('/issuers/riverside/did.json')).json<{ assertionMethod: string[] }>();
    expect(did.assertionMethod).toHaveLength(2);
  });
});
