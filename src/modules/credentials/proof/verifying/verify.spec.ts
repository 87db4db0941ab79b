import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { verifyIndependently } from '../../../../../demo/independent-verifier.mjs';
import { amirasAward, waterDataAchievement } from '../../../../../test/support/awards.js';
import { foreignEndorsement } from '../../../../../test/support/foreign-endorsement.js';
import { IssuerWorld } from '../../../../../test/support/issuer-world.js';
import { changedLeaf, leafPaths, mutate, objectPaths, retypedLeaf } from '../../../../../test/support/json-mutations.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../domain/json.js';
import { type CheckResult, verifyCredential, verifyParsed } from './verify.js';

const world = new IssuerWorld();
let signed: JsonObject;

beforeAll(async () => {
  signed = await world.signedBadge();
});

const verify = (input: unknown) => verifyCredential(input, world.options());

describe('verifying a genuine badge', () => {
  it('passes every axis, in the order a reader wants them', async () => {
    const { verified, checks, credential } = await verify(signed);
    expect(verified).toBe(true);
    expect(checks.map(({ check, outcome }) => [check, outcome])).toEqual([
      ['context', 'passed'],
      ['schema', 'passed'],
      ['proof', 'passed'],
      ['issuer', 'passed'],
      ['validity', 'passed'],
      ['status', 'passed'],
    ]);
    expect(credential).toEqual(signed);
  });

  it('takes the JSON text as well', async () => {
    expect(await verify(JSON.stringify(signed))).toMatchObject({ verified: true });
  });

  it('takes a proof that is not in a list, as other issuers write it', async () => {
    const [proof] = signed.proof as readonly JsonValue[];
    expect(await verify({ ...signed, proof })).toMatchObject({ verified: true });
  });

  it('does not depend on the order of members or of sets', async () => {
    const type = [...(signed.type as readonly JsonValue[])].reverse();
    expect(await verify(Object.fromEntries(Object.entries({ ...signed, type }).reverse()))).toMatchObject({ verified: true });
  });

  it('asks for the issuer and for the list, once each, and for nothing else', async () => {
    const careful = new IssuerWorld();
    await verifyCredential(await careful.signedBadge(), careful.options());
    expect(careful.asked).toEqual([careful.did, careful.listUrl]);
  });

  it('holds for any words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), async (words, more) => {
        fc.pre((words + more).isWellFormed());
        const achievement = waterDataAchievement({ name: `ł ö 漢 🎓 ${words}`, description: `x${more}` });
        expect(await verify(await world.signedBadge(amirasAward({ achievement })))).toMatchObject({ verified: true });
      }),
      { numRuns: 10 },
    );
  });
});

describe('verifying JSON that was just parsed', () => {
  it('finds what it finds in a snapshot of it, whatever was altered', async () => {
    const altered = leafPaths(signed).flatMap((path) => [mutate(signed, path, changedLeaf), mutate(signed, path, retypedLeaf)]);
    const strange = [
      '[1]',
      '7',
      'null',
      '{"a":1e400}',
      '{"a":-0}',
      '{"a":1e-7}',
      '{"type":"EnvelopedVerifiableCredential","id":"x"}',
    ];
    const parsed = strange.map((text) => JSON.parse(text) as JsonObject);
    const changed = parsed.map((members) => (isJsonObject(members) ? { ...signed, ...members } : members));
    for (const document of [signed, ...altered, ...parsed, ...changed] as JsonObject[])
      // As JSON, which has one zero only.
      expect(JSON.stringify(await verifyParsed(document, world.options()))).toBe(JSON.stringify(await verify(document)));
  });
});

describe('verifying an altered badge', () => {
  it('fails when any leaf is changed, removed or turned into another type', async () => {
    for (const path of leafPaths(signed)) {
      for (const change of [changedLeaf, retypedLeaf, () => undefined]) {
        const altered = mutate(signed, path, change);
        expect({ path, verified: (await verify(altered)).verified }).toEqual({ path, verified: false });
      }
    }
  });

  it('fails when a member is added to any object', async () => {
    const additions: readonly (readonly [string, JsonValue])[] = [
      ['unheardOf', 'x'],
      ['narrative', 'Also a doctor of medicine.'],
      ['https://x.example/term', 'x'],
      ['@included', [{ id: 'urn:x', name: 'x' }]],
      ['validUntil', null],
    ];
    for (const path of objectPaths(signed)) {
      for (const [name, value] of additions) {
        const altered = mutate(signed, path, (object) =>
          isJsonObject(object) && !(name in object) ? { ...object, [name]: value } : undefined,
        );
        expect({ path, name, verified: (await verify(altered)).verified }).toEqual({ path, name, verified: false });
      }
    }
  });

  it('fails when an own __proto__ member hides in it', async () => {
    const text = JSON.stringify(signed).replace('"issuer":{', '"issuer":{"__proto__":{"name":"Another University"},');
    expect(reasons(await verify(text))).toContain('schema failed forbidden-key');
  });

  it('does not ask the status list that an altered badge names', async () => {
    const careful = new IssuerWorld();
    await verifyCredential({ ...(await careful.signedBadge()), name: 'Another' }, careful.options());
    expect(careful.asked).toEqual([careful.did]);
  });
});

describe('a badge with an endorsement inside, which says its contexts again', () => {
  let endorsed: JsonObject;

  beforeAll(async () => {
    await world.publishList();
    const badge = world.badge();
    const subject = badge.credentialSubject as { achievement: JsonObject };
    const text = JSON.stringify(await foreignEndorsement(subject.achievement.id as string));
    const achievement = { ...subject.achievement, endorsement: [JSON.parse(text) as JsonObject] };
    endorsed = (await world.sign({ ...badge, credentialSubject: { ...subject, achievement } })).signed;
  });

  const isInside = (path: readonly string[]): boolean => path.includes('endorsement');

  it('verifies, here and with the reference libraries', async () => {
    expect(await verify(endorsed)).toMatchObject({ verified: true });
    const { credentialStatus: _status, proof: _proof, ...unsigned } = endorsed;
    const { signed: alone } = await world.sign(unsigned);
    expect(await verifyIndependently(alone, { didDocument: world.didDocument() })).toEqual({ verified: true });
  });

  it('fails when any leaf of the endorsement is changed, removed or turned into another type', async () => {
    for (const path of leafPaths(endorsed).filter(isInside)) {
      for (const change of [changedLeaf, retypedLeaf, () => undefined]) {
        const altered = mutate(endorsed, path, change);
        expect({ path, verified: (await verify(altered)).verified }).toEqual({ path, verified: false });
      }
    }
  });

  it('fails when a member is added to any object of the endorsement, or a context further inside', async () => {
    const contexts = endorsed['@context'] as JsonValue;
    for (const path of objectPaths(endorsed).filter(isInside)) {
      const additions: JsonObject[] = [{ unheardOf: 'x' }, { narrative: 'x' }, { 'https://x.example/term': 'x' }];
      if (path.at(-1) !== '0') additions.push({ '@context': contexts });
      for (const addition of additions) {
        const altered = mutate(endorsed, path, (object) => ({ ...(object as JsonObject), ...addition }));
        expect({ path, addition, verified: (await verify(altered)).verified }).toEqual({ path, addition, verified: false });
      }
    }
  });
});

describe('dates', () => {
  const until = new Date('2026-03-31T00:00:00Z');

  it('show an expired badge as authentic but expired, and still tell its status', async () => {
    const expired = await world.signedBadge(amirasAward({ validUntil: until }));
    expect(reasons(await verify(expired))).toEqual([
      'context passed',
      'schema passed',
      'proof passed',
      'issuer passed',
      'validity failed expired',
      'status passed',
    ]);
    expect(await verifyCredential(expired, world.options({ now: until }))).toMatchObject({ verified: true });
  });

  it('refuse a badge before its time, beyond the difference of two clocks', async () => {
    const start = new Date('2026-03-01T09:30:05Z').getTime();
    const at = async (milliseconds: number) =>
      (await verifyCredential(signed, world.options({ now: new Date(milliseconds) }))).verified;
    expect([await at(start - 61_000), await at(start - 59_000)]).toEqual([false, true]);
  });
});

describe('anything else', () => {
  it('is reported and never thrown, whatever the input', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.anything(), fc.jsonValue(), fc.json()), async (input) => {
        const { verified, checks } = await verify(input);
        expect([verified, checks.length]).toEqual([false, 6]);
      }),
      { numRuns: 300 },
    );
  });

  it('is reported when any part of a badge is replaced by anything', async () => {
    const paths = [...leafPaths(signed), ...objectPaths(signed)];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.jsonValue(), async (path, value) => {
        fc.pre(path.length > 0);
        const { checks } = await verify(mutate(signed, path, () => value as JsonValue));
        expect(checks).toHaveLength(6);
      }),
      { numRuns: 300 },
    );
  });

  const circular: { self?: unknown } = {};
  circular.self = circular;
  const throwing = Object.defineProperty({}, 'id', {
    enumerable: true,
    get: () => {
      throw new Error('no');
    },
  });

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'not-a-json-object'],
    ['null', null, 'not-a-json-object'],
    ['a list', [], 'not-a-json-object'],
    ['a number', 7, 'not-a-json-object'],
    ['text that is not JSON', 'trust me', 'not-a-json-object'],
    ['a token that holds nothing', 'eyJhbGciOiJFZERTQSJ9.e30.x', 'credential-malformed'],
    ['a bigint', { id: 7n }, 'not-a-json-object'],
    ['a circle', circular, 'not-a-json-object'],
    ['a member that throws', throwing, 'not-a-json-object'],
    ['deep nesting', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`, ''],
    ['deep lists', `{"a":${'['.repeat(1000)}${']'.repeat(1000)}}`, 'too-deep'],
    ['many values', { tag: Array.from({ length: 10_000 }, () => 1) }, 'too-large'],
    ['a very long text', { name: 'x'.repeat(2_000_000) }, 'too-large'],
    ['half a surrogate pair', { name: '\ud83d' }, 'ill-formed-text'],
  ])('such as %s is not verified', async (_what, input, reason) => {
    const result = await verify(input);
    expect(result.verified).toBe(false);
    if (reason !== '') expect(reasons(result)).toContain(`schema failed ${reason}`);
  });

  it('such as a resolver that throws is reported as a failed look-up', async () => {
    const resolve = async (): Promise<never> => {
      throw new Error('the network is down');
    };
    const result = await verifyCredential(signed, world.options({ resolve }));
    expect(result.checks).toContainEqual(
      expect.objectContaining({
        check: 'issuer',
        outcome: 'unknown',
        reason: 'issuer-unreachable',
        detail: expect.stringContaining('network is down'),
      }),
    );
  });
});

function reasons({ checks }: { checks: readonly CheckResult[] }): readonly string[] {
  return checks.map(({ check, outcome, reason }) => [check, outcome, reason].filter(Boolean).join(' '));
}
