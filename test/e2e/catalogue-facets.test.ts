import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countStatements } from '../support/statements.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

const DAY = 86_400_000;
const MAPS = { name: 'Cartography', alignment: null };

describe('Choosing in the catalogue', () => {
  let world: Riverside;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    const maps = { title: 'Maps that tell the truth', skills: [MAPS], level: { framework: 'EQF', value: '4' } };
    const later = await world.publish({ ...maps, workload: { hours: 5, ects: 1, ceu: null } });
    const startsAt = new Date(world.clock.now().getTime() + 60 * DAY).toISOString();
    await world.offer(later.id, { startsAt });
    await world.publish({ title: 'Maps for sailors', skills: [MAPS, { name: 'Sailing', alignment: null }] });
  });
  afterAll(() => world.close());

  const page = async (query: string) => (await world.app.inject({ method: 'GET', url: `/?${query}` })).body;
  const titles = async (query: string) =>
    (await world.app.inject({ method: 'GET', url: `/api/v1/catalogue?${query}` }))
      .json<{ items: { title: string }[] }>()
      .items.map(({ title }) => title);

  it('is by skill, level, hours and start, without JavaScript', async () => {
    expect(await titles('skill=Cartography')).toEqual(['Maps for sailors', 'Maps that tell the truth']);
    expect(await titles('skill=Cartography&level=EQF+4')).toEqual(['Maps that tell the truth']);
    expect(await titles('workload=under-10')).toEqual(['Maps that tell the truth']);
    expect(await titles('start=month')).toEqual(['Data Storytelling']);
    expect(await titles('start=quarter&q=maps')).toEqual(['Maps that tell the truth']);
    const chosen = await page('skill=Cartography&level=EQF+4');
    expect(chosen).toMatch(/<option value="Cartography" selected>\s*Cartography \(1\)\s*<\/option>/);
    expect(chosen).toContain('One micro-credential');
    expect(chosen).not.toContain('Maps for sailors');
  });

  it('keeps what is chosen from page to page', async () => {
    const { next } = (await world.app.inject({ method: 'GET', url: '/api/v1/catalogue?skill=Cartography&limit=1' })).json<{
      next: string;
    }>();
    expect(await titles(`skill=Cartography&limit=1&cursor=${next}`)).toEqual(['Maps that tell the truth']);
  });

  it('takes two statements, and what makes no sense for nothing that there is', async () => {
    expect(await countStatements(() => page(''))).toBe(await countStatements(() => page('skill=Cartography')));
    const nonsense = await page('skill=%3Cscript%3E&language=%3C%3E&workload=x');
    expect(nonsense).toContain('Nothing is of all these kinds at once');
    expect(nonsense).not.toContain('<script>');
    expect((await world.app.inject({ method: 'GET', url: '/api/v1/catalogue?workload=x' })).statusCode).toBe(400);
  });
});
