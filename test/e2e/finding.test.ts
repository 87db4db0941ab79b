import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countStatements } from '../support/statements.js';
import { type Member, type Riverside, startRiverside } from '../support/worlds.js';

interface Found {
  kind: string;
  title: string;
  context: string | null;
  microCredentialId: string | null;
}

describe('Looking for something by its name', () => {
  let world: Riverside;
  let amara: Member;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    amara = await world.member('Amara', ['learner']);
    await world.enroll(amara);
  });
  afterAll(() => world.close());

  const find = async ({ browser }: Pick<Member, 'browser'>, q: string) =>
    (await browser.get(`/api/v1/found?q=${encodeURIComponent(q)}`)).json<{ items: Found[] }>().items;
  const names = async (who: Pick<Member, 'browser'>, q: string) =>
    (await find(who, q)).map(({ kind, title }) => `${kind}: ${title}`);

  it('finds instructors what they author and the offerings they teach', async () => {
    expect(await names(world.ines, 'question')).toEqual(['course: Asking questions', 'activity: Asking questions']);
    expect(await find(world.ines, 'data story')).toMatchObject([
      { kind: 'micro-credential', title: 'Data Storytelling', microCredentialId: world.edition.microCredentialId },
      { kind: 'offering', title: 'Autumn run', context: 'Data Storytelling' },
    ]);
    expect(await names(await world.member('Ida', ['instructor']), 'autumn')).toEqual([]);
  });

  it('finds the office people and offerings, and learners their own places', async () => {
    expect(await names(world.olga, 'AMAR')).toEqual(['person: Amara']);
    expect(await names(world.olga, 'autumn')).toEqual(['offering: Autumn run']);
    expect(await names(amara, 'data')).toEqual(['journey: Data Storytelling']);
    expect(await names(amara, 'Olga')).toEqual([]);
    expect(await names(await world.member('Jonas', ['learner']), 'data')).toEqual([]);
  });

  it('puts what begins with the words first, and takes signs for signs', async () => {
    for (const name of ['Noah-Amarante', 'Amarin']) await world.member(name, ['learner']);
    expect((await find(world.olga, 'amar')).map(({ title }) => title)).toEqual(['Amara', 'Amarin', 'Noah-Amarante']);
    for (const q of ['%', '_', '\\']) expect(await find(world.olga, q)).toEqual([]);
  });

  it('stays within the institution, and takes one statement', async () => {
    const lars = await world.member('Lars', ['office', 'instructor'], world.lakesideId);
    expect(await names(lars, 'a')).toEqual(['person: Lars']);
    await find(world.ines, 'data');
    expect(await countStatements(() => find(world.ines, 'data'))).toBe(await countStatements(() => find(amara, 'data')));
  });
});
