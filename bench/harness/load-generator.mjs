import { randomInt, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import { answerParent } from '../servers/answer-parent.mjs';
import { activityId, ACTIVITIES, cookieOf, enrollmentId } from './world.mjs';

const MOST_KEPT = 40;

/** What is sent, and what the check wants to know of the answers. `group` is a range of learners, both ends included. */
const JOBS = {
  /** A learner's way; keeps some answers as they came. */
  journey: ({ group }) => ({
    request() {
      const learner = anyOf(group);
      return { learner, method: 'GET', path: `/api/v1/enrollments/${enrollmentId(learner)}/journey` };
    },
    outcome: (answered) => answered.slice(0, MOST_KEPT),
    keep: ({ learner }, body) => ({ learner, body }),
  }),
  /** One public document, without a cookie; keeps what kinds of body came. */
  bytes: ({ path }) => ({
    request: () => ({ method: 'GET', path }),
    keep: (_sent, body) => body,
    outcome: (bodies) => [...new Set(bodies)].slice(0, MOST_KEPT),
  }),
  /** Documents of a file in any order, nine in ten of them valid; keeps what was said about each. */
  verify: ({ path, file, keeps = true }) => ({
    request() {
      const inputs = inputsIn(file);
      const valid = inputs.filter(({ kind }) => kind === 'valid').length;
      const place = randomInt(10) > 0 ? randomInt(valid) : randomInt(valid, inputs.length);
      return { place, method: 'POST', path, body: inputs[place].text };
    },
    keep: ({ place }, body) => (keeps ? { place, told: toldIn(body) } : null),
    outcome: (answered) => (keeps ? answered : []),
  }),
  /** Facts about one learner's activities, all new; keeps every fact that was acknowledged. */
  facts: ({ group, count = 1 }) => ({
    request() {
      const learner = anyOf(group);
      const facts = Array.from({ length: count }, () => ({
        id: randomUUID(),
        activityId: activityId(randomInt(1, ACTIVITIES + 1)),
        kind: 'progressed',
        value: randomInt(1, 1_000) / 1_000,
        effectiveAt: new Date().toISOString(),
      }));
      return {
        learner,
        facts,
        method: 'POST',
        path: `/api/v1/enrollments/${enrollmentId(learner)}/facts`,
        body: JSON.stringify({ facts }),
      };
    },
    keep({ learner, facts }, body) {
      const recorded = body.split('"recorded"').length - 1;
      if (recorded !== facts.length) throw new Error(`Not every fact was recorded: ${body.slice(0, 500)}`);
      return { learner, facts };
    },
    outcome: (answered) => answered,
  }),
};

const files = new Map();

function inputsIn(file) {
  if (!files.has(file)) files.set(file, JSON.parse(readFileSync(file, 'utf8')));
  return files.get(file);
}

/** What did not pass; empty for a verified credential. */
function toldIn(body) {
  const { checks } = JSON.parse(body);
  const told = checks.filter(({ outcome, reason }) => outcome !== 'passed' && reason !== 'not-checked');
  return told.map(({ check, outcome, reason }) => `${check} ${outcome} ${reason}`).join(', ');
}

answerParent({}, { load });

/** Sends requests for so many milliseconds, each connection one after the other. */
async function load({ origin, connections, milliseconds, job }) {
  const { request, keep, outcome } = JOBS[job.kind](job);
  const durations = [];
  const answered = [];
  const failures = new Set();
  const options = {
    url: origin,
    connections,
    // Ended by `stop` below: autocannon's own clock ticks in seconds.
    duration: 600,
    sampleInt: 50,
    requests: [
      {
        setupRequest(defaults, context) {
          const next = request();
          context.sent = next;
          const { method, path, body, learner } = next;
          const headers = {
            ...(learner === undefined ? {} : { cookie: cookieOf(learner), 'x-cairn-request': '1' }),
            ...(body ? { 'content-type': 'application/json' } : {}),
          };
          return { ...defaults, method, path, headers, body };
        },
        onResponse(status, body, { sent }) {
          if (status < 200 || status > 299) failures.add(`${status} ${body.slice(0, 300)}`);
          else answered.push(keep(sent, body));
        },
      },
    ],
  };
  const start = performance.now();
  const run = autocannon(options);
  void run.on('response', (_client, status, _bytes, duration) => {
    if (performance.now() - start <= milliseconds && status < 300) durations.push(duration);
  });
  void run.on('reqError', (error) => failures.add(error.message));
  setTimeout(() => run.stop(), milliseconds);
  await run;
  const sorted = durations.toSorted((a, b) => a - b);
  const latencies = { p50: sorted[Math.floor(sorted.length * 0.5)], p99: sorted[Math.floor(sorted.length * 0.99)] };
  return { answers: durations.length, latencies, failures: [...failures].slice(0, 3), outcome: outcome(answered) };
}

function anyOf([first, last]) {
  return randomInt(first, last + 1);
}
