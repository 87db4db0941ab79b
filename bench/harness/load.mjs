// The load generator's parent side: autocannon works in a process of its own and sends requests with random keys.
import { startChild } from './children.mjs';
import { databaseCores } from './cores.mjs';
import { withCpuOf } from './measure.mjs';

export async function startLoad() {
  const generator = await startChild(new URL('./load-generator.mjs', import.meta.url), { cores: databaseCores });
  return {
    end: () => generator.end(),
    /**
     * A contestant that asks `server` over HTTP. `job` says what is sent, see load-generator.mjs; `onOutcome` gets what the
     * slice was answered, for the check. An operation is an answer with status 2xx, times `weight`.
     */
    contestant(server, job, { connections, weight = 1, onOutcome = () => undefined }) {
      return {
        slice: (milliseconds) =>
          withCpuOf(server, async () => {
            const order = { origin: server.ready.origin, connections, milliseconds, job };
            const { answers, elapsed, latencies, failures, outcome } = await generator.ask('load', order);
            if (failures.length > 0) throw new Error(`${server.ready.origin} answered ${failures.join('; ')}`);
            onOutcome(outcome);
            return { operations: answers * weight, milliseconds: elapsed, latencies };
          }),
      };
    },
  };
}
