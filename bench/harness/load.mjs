// The load generator's parent side: autocannon works in a process of its own and sends requests with random keys.
import { startChild } from './children.mjs';
import { databaseCores } from './cores.mjs';
import { withCpuOf } from './measure.mjs';

// Until connections are open and both sides' code is compiled.
const WARM_UP_MS = 2_500;

export async function startLoad() {
  const generator = await startChild(new URL('./load-generator.mjs', import.meta.url), { cores: databaseCores });
  const send = (server, job, { connections, milliseconds }) =>
    generator.ask('load', { origin: server.ready.origin, connections, milliseconds, job });
  return {
    end: () => generator.end(),
    /** Loads a server that may fail meanwhile; answers what was acknowledged. */
    send,
    /**
     * A contestant that asks `server` over HTTP. `job` says what is sent, see load-generator.mjs; `onOutcome` gets what the
     * slice was answered, for the check. An operation is an answer with status 2xx, times `weight`.
     */
    contestant(server, job, { connections, weight = 1, onOutcome = () => undefined }) {
      return {
        warmUp: WARM_UP_MS,
        slice: (milliseconds) =>
          withCpuOf(server, async () => {
            const { answers, latencies, failures, outcome } = await send(server, job, { connections, milliseconds });
            if (failures.length > 0) throw new Error(`${server.ready.origin} answered ${failures.join('; ')}`);
            onOutcome(outcome);
            return { operations: answers * weight, milliseconds, latencies };
          }),
      };
    },
  };
}
