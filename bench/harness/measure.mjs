// Interleaved rounds: A B C A B C …, so that what disturbs the machine disturbs everybody; only ratios within a round are compared.
const WARM_UP_MS = 400;
const SLICE_MS = 1_000;
const FEWEST_ROUNDS = 3;

/**
 * A contestant has `slice(milliseconds)`, which works that long and answers
 * `{operations, milliseconds, cpuMicros?, latencies?: {p50, p99}}`.
 */
export async function measure(contestants, { rounds, until, onRound }) {
  const samples = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (const contestant of Object.values(contestants)) await contestant.slice(contestant.warmUp ?? WARM_UP_MS);
  let round = 0;
  for (; round < rounds && (round < FEWEST_ROUNDS || Date.now() < until); round++) {
    for (const [name, contestant] of Object.entries(contestants)) {
      const sample = await contestant.slice(contestant.sliceMilliseconds ?? SLICE_MS);
      if (sample.operations === 0) throw new Error(`${name} did nothing in its slice`);
      samples[name].push(sample);
    }
    onRound(round + 1);
  }
  return new Results(samples, round);
}

export class Results {
  constructor(samples, rounds) {
    this.samples = samples;
    this.rounds = rounds;
  }

  has(name) {
    return name in this.samples;
  }

  /** Operations per second. */
  rate(name) {
    return spread(this.samples[name].map(perSecond));
  }

  /** Microseconds of CPU for one operation; `null` where nobody could tell. */
  cpu(name) {
    const used = this.samples[name].flatMap(({ cpuMicros, operations }) =>
      cpuMicros === undefined ? [] : [cpuMicros / operations],
    );
    return used.length > 0 ? spread(used) : null;
  }

  /** Milliseconds; `null` where latency is not looked at. */
  latency(name, percentile) {
    const found = this.samples[name].flatMap(({ latencies }) => (latencies ? [latencies[percentile]] : []));
    return found.length > 0 ? spread(found) : null;
  }

  /** How many times as fast as `other`, each round for itself. */
  ratio(name, other) {
    return spread(this.samples[name].map((sample, round) => perSecond(sample) / perSecond(this.samples[other][round])));
  }

  /** How many times as long as `other` one operation takes. */
  times(name, other) {
    return spread(this.samples[name].map((sample, round) => perSecond(this.samples[other][round]) / perSecond(sample)));
  }
}

function perSecond({ operations, milliseconds }) {
  return (operations / milliseconds) * 1_000;
}

export function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
  return { median, min: sorted[0], max: sorted.at(-1) };
}

/** Runs `act` with the CPU time of a child around it. */
export async function withCpuOf(child, act) {
  const before = await child.ask('cpu');
  const sample = await act();
  return { ...sample, cpuMicros: (await child.ask('cpu')) - before };
}
