// What a run says, in lines for people and as a record for the history.

/** @param {number} value */
function figure(value) {
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return value >= 10 ? value.toFixed(1) : value.toPrecision(2);
}

function range({ median, min, max }, format = figure) {
  return `${format(median)} (${format(min)}..${format(max)})`;
}

/** A goal's standing: met, near (at least 80 % of it: noise), missed, or not measured. */
export function judge(goal, results, facts) {
  const value = goal.value(results, facts);
  if (value === null || value === undefined) return { says: goal.says, value: null, standing: 'not measured' };
  const share = goal.atLeast === undefined ? goal.atMost / value : value / goal.atLeast;
  return { says: goal.says, value, standing: share >= 1 ? 'met' : share >= 0.8 ? 'near' : 'missed' };
}

/** One path as a record: medians with their range, ratios, goals, checks. */
export function recordOf({ path, results, words, facts, missing, checks, stopped }) {
  const names = Object.keys(results.samples);
  return {
    title: path.title,
    unit: path.unit ?? 'per second',
    rounds: results.rounds,
    stopped,
    contestants: names.map((name) => ({
      name,
      words: words[name] ?? name,
      rate: results.rate(name),
      cpuMicros: results.cpu(name),
      p50: results.latency(name, 'p50'),
      p99: results.latency(name, 'p99'),
    })),
    ratios: path.ratios
      .filter((pair) => pair.every((name) => results.has(name)))
      .map(([name, other]) => ({ name, other, ...results.ratio(name, other) })),
    facts: facts.words ?? [],
    missing,
    goals: path.goals.map((goal) => judge(goal, results, facts)),
    checks,
  };
}

export function linesOf(name, record) {
  const failed = record.checks.some(({ held }) => !held);
  return [
    `${name}  ${record.title}  (${record.rounds} rounds${record.stopped ? ', then the time was up' : ''}; ${record.seconds} s in all)`,
    ...record.contestants.map((contestant) => contestantLine(contestant, record.unit)),
    ...record.ratios.map((ratio) => ratioLine(ratio, record.unit)),
    ...record.facts.map((words) => `   ${words}`),
    ...record.missing.map((words) => `   not measured: ${words}`),
    ...record.goals.map(
      ({ says, value, standing }) => `   goal   ${says}: ${value === null ? '' : `${figure(value)}, `}${standing}`,
    ),
    ...record.checks.map(({ says, held, detail }) => `   check  ${held ? 'held  ' : 'FAILED'} ${says} (${detail})`),
    ...(failed ? ['   The figures of this path are void: a check failed.'] : []),
    '',
  ];
}

function contestantLine({ name, words, rate, cpuMicros, p50, p99 }, unit) {
  const speed =
    unit === 'ms'
      ? `${range({ median: 1_000 / rate.median, min: 1_000 / rate.max, max: 1_000 / rate.min })} ms`
      : `${range(rate)}/s`;
  const cpu = cpuMicros
    ? `  CPU ${unit === 'ms' ? `${figure(cpuMicros.median / 1_000)} ms` : `${figure(cpuMicros.median)} µs each`}`
    : '';
  const latency = p50 ? `  p50 ${figure(p50.median)} p99 ${figure(p99.median)} ms` : '';
  return `   ${name.padEnd(20)} ${speed.padEnd(34)}${cpu}${latency}  ${words}`;
}

function ratioLine({ name, other, ...ratio }, unit) {
  if (unit !== 'ms') return `   ${name} / ${other}: ${range(ratio)}`;
  return `   ${name} takes ${range({ median: 1 / ratio.median, min: 1 / ratio.max, max: 1 / ratio.min })} x ${other}`;
}
