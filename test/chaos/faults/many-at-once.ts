import { describe, expect } from '@jest/globals';
import type { Drill } from '../support/drill.js';
import { UnexpectedAnswer } from '../../../demo/api-client.js';
import { pass, passAll } from '../support/verdicts.js';

const COUNT = 50;

export function manyAtOnce(drill: Drill): void {
  describe('Fifty at once', () => {
    drill('give one attempt one verdict and one badge', async (weather) => {
      const { assessor } = weather;
      const cohort = await weather.cohort(1);
      const { learners, verdict } = cohort;
      const [learner] = learners;
      if (!learner) throw new Error('There is no learner');
      await weather.start('worker,scheduler');
      const answers = await Promise.allSettled(Array.from({ length: COUNT }, () => pass(assessor, learner, verdict)));
      const passes = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
      const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as unknown] : []));
      expect(passes).toHaveLength(1);
      expect(refusals.map(statusOf)).toEqual(Array.from({ length: COUNT - 1 }, () => 409));
      await weather.expectOneBadgeEach(cohort, passes, {
        fault: `${COUNT} verdicts on one attempt at once`,
        remarks: [`${refusals.length} refused with 409`],
      });
    });

    drill('give fifty learners fifty badges', async (weather) => {
      const { assessor } = weather;
      const cohort = await weather.cohort(COUNT);
      const { learners, verdict } = cohort;
      await Promise.all([weather.start('worker,scheduler'), weather.start('worker')]);
      const passes = await passAll(assessor, learners, verdict, { atOnce: COUNT });
      await weather.expectOneBadgeEach(cohort, passes, { fault: `verdicts for ${COUNT} learners at once, two workers` });
    });
  });
}

function statusOf(refusal: unknown): unknown {
  return refusal instanceof UnexpectedAnswer ? refusal.status : refusal;
}
