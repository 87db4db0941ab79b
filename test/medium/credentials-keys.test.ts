import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { SigningKey } from '../../src/modules/credentials/data/signing-key.entity.js';
import { CompleteSignedForms, KeyRing, VerifyDocument } from '../../src/modules/credentials/index.js';
import { openPrivateKey } from '../../src/modules/credentials/proof/keys/key-sealing.js';
import { LocalKeyCustody } from '../../src/modules/credentials/use-cases/keys/local-key-custody.js';
import { PublishKeyHistory } from '../../src/modules/credentials/use-cases/keys/publish-key-history.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { KeySecret } from '../../src/platform/keys/key-secret.js';
import { badgeOf, issue, passed } from '../support/badges.js';
import { TestBrowser } from '../support/browser.js';
import { choose, makeForms } from '../support/vc-jwts.js';
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

  /** The private halves in every form in which they could slip out: opened here as nothing else but the signer may. */
  const secrets = async (): Promise<string[]> => {
    const keys = await world.rows<{ algorithm: string; fragment: string; institutionId: string; sealed: Buffer }>(
      `select algorithm, fragment, institution_id as "institutionId", sealed_private_key as sealed from signing_key`,
    );
    expect(new Set(keys.map(({ algorithm }) => algorithm))).toEqual(new Set(['Ed25519', 'RS256', 'ES256']));
    return keys.flatMap(({ fragment, institutionId, sealed }) => {
      const privateKey = openPrivateKey(world.get(KeySecret).key, sealed, `${institutionId} ${fragment}`);
      const { d = '', p } = privateKey.export({ format: 'jwk' });
      // Of RSA keys the exponent and a prime; the beginnings are enough.
      return [d, ...(p === undefined ? [] : [p])].flatMap((text) => {
        const bytes = Buffer.from(text, 'base64url').subarray(0, 30);
        expect(bytes).toHaveLength(30);
        return [bytes.toString('hex'), bytes.toString('base64url'), bytes.toString('base64')];
      });
    });
  };

  it('are nowhere in clear: not in any table, job, log line, answer or error', async () => {
    await choose(world, ['RS256', 'ES256', 'EdDSA']);
    await world.get(CompleteSignedForms).run();
    await makeForms(world);
    await world.get(PublishKeyHistory).run({ institutionId: world.institutionId });
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
    const [badge] = await world.rows<{ publicId: string }>('select public_id as "publicId" from credential');
    const fragments = await world.rows<{ fragment: string }>('select fragment from signing_key');
    const paths = [
      '/issuers/riverside',
      '/issuers/riverside/did.json',
      '/issuers/riverside/jwks.json',
      '/issuers/riverside/key-history.json',
      ...fragments.map(({ fragment }) => `/issuers/riverside/keys/${fragment}`),
      `/credentials/${badge?.publicId}/credential.jwt`,
      `/status-lists/${list?.id}`,
      '/api/v1/credentials',
      '/api/v1/signing-keys',
    ];
    const answers = await Promise.all(paths.map((path) => (path.startsWith('/api') ? world.olga.browser : anybody).get(path)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200));
    held += answers.map(({ text }) => text).join('\n');
    held += await everyFault();
    expect(held).toContain('issue-credential');
    expect(held).toContain('Multikey');

    for (const form of await secrets()) {
      expect(held.includes(form)).toBe(false);
      expect(said.includes(form)).toBe(false);
    }
    expect(held).not.toMatch(/PRIVATE KEY|"d":/);
  });

  /** What is said when keys cannot be used. */
  const everyFault = async (): Promise<string> => {
    const custody = new LocalKeyCustody(world.get(KeySecret));
    const keys = await inRiverside<SigningKey[]>((tx) => world.get(KeyRing).all(tx, world.institutionId));
    const faults = await Promise.all(
      keys.map(async ({ algorithm, fragment, sealedPrivateKey: reference }) =>
        custody
          .sign({ institutionId: world.lakesideId, algorithm, fragment, reference }, Buffer.from('x'))
          .catch((error) => error),
      ),
    );
    return faults.map((fault) => `${inspect(fault, { depth: 9 })} ${inspect(custody, { depth: 9 })}`).join('\n');
  };

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
    expect(did.assertionMethod).toHaveLength(4);
  });
});
