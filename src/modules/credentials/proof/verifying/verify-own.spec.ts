import { beforeAll, describe, expect, it } from '@jest/globals';
import { IssuerWorld } from '../../../../../test/support/issuer-world.js';
import { amirasAward } from '../../../../../test/support/awards.js';
import type { JsonObject } from '../../domain/json.js';
import { canonicalTally } from '../canonical/tally.js';
import { signCredentials } from '../sign-many.js';
import { settle } from './settled.js';
import { type Verification, verifyCredential } from './verify.js';

const world = new IssuerWorld();
const batch = 30;
let texts: readonly string[];

function badgeOf(learner: number): JsonObject {
  const subjectId = `urn:uuid:0193a1f0-0000-4000-8000-${String(learner).padStart(12, '0')}`;
  return world.badge(amirasAward({ id: `https://cairn.riverside.example/credentials/${learner}`, learner: { subjectId } }));
}

beforeAll(async () => {
  await world.publishList();
  const how = { verificationMethod: world.method, privateKey: world.privateKey, created: new Date('2026-03-01T09:31:00Z') };
  const badges = Array.from({ length: batch }, (_, learner) => badgeOf(learner));
  texts = (await signCredentials(badges, how)).map(({ bytes }) => bytes);
});

/** The verdict, and by which way the document became canonical. */
async function judged(text: string): Promise<{ readonly told: string | undefined; readonly way: string }> {
  const before = canonicalTally();
  const result = await verifyCredential(text, world.options());
  const after = canonicalTally();
  const way = (['template', 'walker', 'library'] as const).find((tier) => after[tier] > before[tier]) ?? 'none';
  return { told: reasonOf(result), way };
}

function reasonOf({ verified, checks }: Verification): string | undefined {
  return verified ? 'verified' : checks.find(({ outcome }) => outcome === 'failed')?.reason;
}

const textOf = (learner: number): string => texts[learner] as string;

describe('verifying a badge of a batch that was signed here', () => {
  it('goes by the template of the batch', async () => {
    for (const text of texts) expect(await judged(text)).toEqual({ told: 'verified', way: 'template' });
  });

  it('goes by the template when a text of its own was changed, and fails', async () => {
    const changed = textOf(3).replace('000000000003', '000000000004');
    expect(await judged(changed)).toEqual({ told: 'signature-wrong', way: 'template' });
  });

  it.each<[string, string, (text: string) => string]>([
    ['a text that all share was changed', 'signature-wrong', (text) => text.replace('Water Data', 'Fire Data')],
    [
      'a member was added',
      'signature-wrong',
      (text) => text.replace('"issuer":', '"image":{"id":"https://x.example/i.png","type":"Image"},"issuer":'),
    ],
    ['a member was left out', 'signature-wrong', (text) => text.replace(/"name":"[^"]+",/, '')],
  ])('leaves the template and fails when %s', async (_what, told, change) => {
    expect(change(textOf(5))).not.toBe(textOf(5));
    expect(await judged(change(textOf(5)))).toEqual({ told, way: 'walker' });
  });

  it('leaves the template and holds when only the order of its members was changed', async () => {
    const { id, ...others } = JSON.parse(textOf(6)) as JsonObject;
    expect(await judged(JSON.stringify({ ...others, id: id ?? '' }))).toEqual({ told: 'verified', way: 'walker' });
  });

  it('refuses what hides from expansion before any template is asked', async () => {
    const hidden = textOf(7).replace('"issuer":', '"__proto__":{"name":"Eve"},"issuer":');
    expect(await judged(hidden)).toEqual({ told: 'forbidden-key', way: 'none' });
  });
});

describe('a document that is settled', () => {
  it('gives the verdict of any other', async () => {
    const [issuer, list] = [world.did, world.listUrl].map((id) => settle(JSON.stringify(world.answers.get(id))));
    const resolve = async (id: string) => ({ ok: true as const, document: id === world.did ? issuer : list });
    for (const now of [world.now, new Date('2027-01-01T00:00:00Z'), new Date('2020-01-01T00:00:00Z')]) {
      const [kept, fresh] = [world.options({ now, resolve }), world.options({ now })];
      for (let again = 0; again < 2; again += 1) {
        expect(await verifyCredential(textOf(8), kept)).toEqual(await verifyCredential(textOf(8), fresh));
      }
    }
  });

  it('cannot be changed any more, in none of its parts', () => {
    const document = settle('{"a":{"b":[{"c":1}]}}') as { a: { b: { c: number }[] } } & JsonObject;
    expect(() => {
      (document.a.b[0] as { c: number }).c = 2;
    }).toThrow(TypeError);
    expect(settle('[1]')).toBeUndefined();
  });

  it('does not keep a list from being refused for a key that its issuer withdrew', async () => {
    const list = settle(JSON.stringify(world.answers.get(world.listUrl)));
    const withdrawn = world.didDocument([{ ...world.key, state: 'compromised' }]);
    const resolveWith = (issuer: unknown) => async (id: string) => ({
      ok: true as const,
      document: id === world.did ? issuer : list,
    });
    const before = await verifyCredential(textOf(9), world.options({ resolve: resolveWith(world.didDocument()) }));
    const after = await verifyCredential(textOf(9), world.options({ resolve: resolveWith(withdrawn) }));
    expect([before.verified, after.verified]).toEqual([true, false]);
  });
});
