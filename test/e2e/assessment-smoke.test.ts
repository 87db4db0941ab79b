import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PASS } from '../support/riverside-edition.js';
import { type Riverside, startRiverside } from '../support/worlds.js';
describe('smoke', () => {
  let world: Riverside;
  beforeAll(async () => { const t = performance.now(); world = await startRiverside({ CAIRN_ROLES: 'api' }); console.log(performance.now() - t); });
  afterAll(() => world.close());
  it('works', async () => {
    let t = performance.now();
    const a = await world.ready('Amara');
    console.log('ready', performance.now() - t); t = performance.now();
    const h = await world.handIn(a);
    console.log('handin', performance.now() - t); t = performance.now();
    const r = await world.assess(world.ada, h.id, PASS);
    console.log('assess', performance.now() - t, r.text);
    expect(r.status).toBe(201);
  });
});
