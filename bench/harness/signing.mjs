// What the two signing paths have in common: contestants, goals and what is checked of the credentials that were timed.
import { verifyIndependently } from '../../demo/independent-verifier.mjs';
import { startChild } from './children.mjs';
import { serverCores } from './cores.mjs';
import { withCpuOf } from './measure.mjs';

const VERIFIED = 200;
const NOW = new Date('2026-04-01T00:00:00Z');

/** One thread does nothing else, so its CPU time tells more than the clock of a shared machine. */
export const byCpu =
  (name, ours = 'ours') =>
  (results) =>
    results.cpu(name).median / results.cpu(ours).median;

/**
 * `threads`: also in one and in two threads of a process that may use every core.
 * @param {{shapes: 'one shape' | 'any shape', command: string, words: string, threads?: boolean}} how
 */
export async function openSigning({ shapes, command, words, threads = false }) {
  const prover = await startChild(new URL('../servers/prover.mjs', import.meta.url), { cores: serverCores });
  const world = await prover.ask('prepare', shapes);
  const pool = threads ? await startChild(new URL('../servers/signing-threads.mjs', import.meta.url)) : null;
  const inThreads = (count) => ({
    warmUp: 2_000,
    slice: (milliseconds) => withCpuOf(pool, () => pool.ask('sign', { count, milliseconds })),
  });
  const timed = (name) => ({ slice: (milliseconds) => withCpuOf(prover, () => prover.ask(name, milliseconds)) });
  return {
    contestants: {
      limit: { ...timed('sign'), sliceMilliseconds: 400 },
      library: timed('library'),
      ours: { ...timed(command), warmUp: 2_000 },
      ...(pool ? { oneThread: inThreads(1), twoThreads: inThreads(2) } : {}),
    },
    words: {
      limit: 'crypto.sign, key object reused',
      library: '@digitalbazaar/vc, issue',
      ours: words,
      oneThread: 'the same in a worker thread',
      twoThreads: 'in two',
    },
    async facts() {
      const { template, walker, library, declines } = await prover.ask('tally');
      const reasons = Object.entries(declines).map((pair) => pair.join(': '));
      return {
        words: [
          `canonicalised by template ${template}, by walker ${walker}, by library ${library}; declined: ${reasons.join(', ') || 'nothing'}`,
        ],
      };
    },
    async check() {
      const kept = await prover.ask('kept');
      const every = Math.max(1, Math.floor(kept.length / VERIFIED));
      const sample = kept.filter((_, place) => place % every === 0).slice(0, VERIFIED);
      const judge = async (credential) => (await verifyIndependently(credential, { ...world, now: NOW })).verified;
      let good = 0;
      for (const { bytes } of sample) if (await judge(bytes)) good++;
      const same = sample.filter(({ document, bytes }) => bytes.startsWith(`${document.slice(0, -1)},"proof":[`)).length;
      const tampered = await tamperedCopies(JSON.parse(sample[0].bytes), judge);
      return [
        {
          says: 'timed credentials verify with the unmodified library, so its canonical text is the same',
          held: good === sample.length && good >= VERIFIED,
          detail: `${good} of ${sample.length}`,
        },
        { says: 'their JSON is the source and a proof', held: same === sample.length, detail: `${same} of ${sample.length}` },
        { says: 'a copy with any one leaf changed fails', held: tampered.passed === 0, detail: `${tampered.tried} leaves` },
      ];
    },
    close: () => Promise.all([prover.end(), pool?.end()]),
  };
}

async function tamperedCopies(credential, judge) {
  let [tried, passed] = [0, 0];
  const visit = async (value, set) => {
    if (typeof value === 'object') {
      for (const [name, member] of Object.entries(value)) await visit(member, (changed) => (value[name] = changed));
      return;
    }
    set(typeof value === 'string' ? `${value}x` : typeof value === 'number' ? value + 1 : !value);
    tried++;
    if (await judge(structuredClone(credential))) passed++;
    set(value);
  };
  await visit(credential);
  return { tried, passed };
}
