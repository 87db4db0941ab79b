import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import type { ToldFact } from '../../src/modules/learning/domain/admit-facts.js';
import { TellFacts } from '../../src/modules/learning/use-cases/tell-facts.js';
import { course, type LearningWorld, type Member, page, quiz, startLearningWorld } from '../support/learning.js';

describe('telling facts', () => {
  let world: LearningWorld;
  beforeAll(async () => {
    world = await startLearningWorld();
  });
  afterAll(() => world.close());

  it('smoke', async () => {
    const amara = await world.member('Amara', ['learner']);
    const files = page('Files');
    const editionId = await world.edition({ courses: [course('Shell', [files])] });
    const enrollmentId = await world.enroll(await world.offering(editionId), amara);
    const fact: ToldFact = { id: newId(), activityId: files.id, kind: 'completed', value: 1, effectiveAt: world.clock.now() };
    expect(await world.get(TellFacts).run(amara.actor, enrollmentId, [fact])).toEqual([{ id: fact.id, outcome: 'recorded' }]);
    expect((await amara.browser.get(`/api/v1/enrollments/${enrollmentId}/journey`)).json()).toEqual({});
  });
});
