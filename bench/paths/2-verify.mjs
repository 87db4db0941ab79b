// Verifying: from JSON text to the verdict of all six checks, with the issuer's document and the status list at hand.
import { verifyIndependently } from '../../demo/independent-verifier.mjs';
import { startChild } from '../harness/children.mjs';
import { serverCores } from '../harness/cores.mjs';
import { withCpuOf } from '../harness/measure.mjs';
import { byCpu } from '../harness/signing.mjs';

export const title = 'verify badges, one thread';

export const ratios = [
  ['any', 'limit'],
  ['any', 'library'],
  ['own', 'limit'],
];

export const goals = [
  { says: 'any shape ≥ 0.30 of raw crypto.verify (CPU)', atLeast: 0.3, value: byCpu('limit', 'any') },
  { says: 'any shape ≥ 20 x the library (CPU)', atLeast: 20, value: byCpu('library', 'any') },
  { says: 'own ≥ 0.40 of raw crypto.verify (CPU)', atLeast: 0.4, value: byCpu('limit', 'own') },
];

const FEWEST = 2_000;
const SAMPLE = 20;
const NOW = new Date('2026-04-01T00:00:00Z');
const rule = {
  valid: 'verified',
  tampered: 'signature-wrong',
  'tampered-own': 'signature-wrong',
  'unknown-field': 'not-canonicalizable',
  'proto-key': 'forbidden-key',
  'null-value': 'null-value',
  revoked: 'revoked',
  expired: 'expired',
};
// jsonld drops both without a word, so the library finds nothing wrong. What is shown and not signed is refused here.
const laxOf = new Set(['proto-key', 'null-value']);

export async function open() {
  const prover = await startChild(new URL('../servers/prover.mjs', import.meta.url), { cores: serverCores });
  const world = await prover.ask('prepareVerifying');
  const timed = (name) => ({ slice: (milliseconds) => withCpuOf(prover, () => prover.ask(name, milliseconds)) });
  return {
    contestants: {
      limit: { ...timed('verifyRaw'), sliceMilliseconds: 400 },
      library: timed('verifyLibrary'),
      any: { ...timed('verifyAny'), warmUp: 4_000 },
      own: { ...timed('verifyOwn'), warmUp: 4_000 },
    },
    words: {
      limit: 'crypto.verify, key object reused',
      library: '@digitalbazaar/vc, verifyCredential without status',
      any: 'Cairn: verifyCredential, all checks, each of another shape',
      own: 'Cairn: the same of one edition, by its template',
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
      const verdicts = await prover.ask('verdicts');
      const seen = verdicts.filter((input) => input.verdicts.length > 0);
      const wrong = seen.filter((input) => input.verdicts.join() !== rule[input.kind]);
      const { agreed, tried } = await compare(seen, world);
      return [
        {
          says: `every verdict is the one that the kind of input calls for, over ≥ ${FEWEST} distinct inputs`,
          held: wrong.length === 0 && seen.length >= FEWEST,
          detail: `${seen.length} inputs, ${wrong.length} wrong${wrong[0] ? `: ${wrong[0].kind} ${wrong[0].verdicts}` : ''}`,
        },
        {
          says: 'the unmodified library says the same, but for null and __proto__, which it does not see',
          held: agreed === tried,
          detail: `${agreed} of ${tried}`,
        },
      ];
    },
    close: () => prover.end(),
  };
}

async function compare(inputs, world) {
  let [agreed, tried] = [0, 0];
  for (const kind of Object.keys(rule)) {
    for (const { text } of inputs.filter((input) => input.kind === kind).slice(0, SAMPLE)) {
      const { verified } = await verifyIndependently(text, { ...world, now: NOW });
      tried++;
      if (verified === (kind === 'valid' || laxOf.has(kind))) agreed++;
    }
  }
  return { agreed, tried };
}
