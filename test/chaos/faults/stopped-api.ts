import { randomUUID } from 'node:crypto';
import { describe, expect } from '@jest/globals';
import { fetchTransport } from '../../../demo/fetch-transport.js';
import type { Drill } from '../support/drill.js';
import { DeafProxy } from '../support/deaf-proxy.js';
import type { AcknowledgedPass } from '../support/verdicts.js';

const COUNT = 5;

export function stoppedApi(drill: Drill): void {
  describe('An api', () => {
    drill('that is killed after the commit, before its answer is heard, answers the same when asked again', async (weather) => {
      const cohort = await weather.cohort(COUNT);
      const { learners, verdict } = cohort;
      await weather.start('worker,scheduler');
      let origin = weather.origin;
      const ada = await weather.signIn(async (request) => fetchTransport(origin)(request));
      const passes: AcknowledgedPass[] = [];
      for (const learner of learners) {
        const { api, port } = await weather.startApi();
        const proxy = await DeafProxy.before(port, () => void api.kill());
        const ask = async () => ada.post(`/api/v1/attempts/${learner.attemptId}/assessments`, verdict, { idempotencyKey });
        const idempotencyKey = randomUUID();
        const begun = performance.now();
        origin = proxy.origin;
        await expect(ask()).rejects.toThrow('fetch failed');
        const unheard = await proxy.keptBack;
        await proxy.end();
        origin = weather.origin;
        const answer = await ask();
        expect(unheard).toMatch(/^HTTP\/1\.1 201 /);
        expect(answer).toEqual(JSON.parse(unheard.slice(unheard.indexOf('\r\n\r\n') + 4)));
        passes.push({ ...learner, answeredAt: new Date(), took: performance.now() - begun, failedTries: [0] });
      }
      await weather.expectOneBadgeEach(cohort, passes, { fault: 'api killed between its commit and its answer', times: COUNT });
    });
  });
}
