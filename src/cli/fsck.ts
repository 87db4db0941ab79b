import { canParseUrl } from '../platform/can-parse-url.js';
import { readAckLog } from '../fsck/ack-log.js';
import { readBaseline } from '../fsck/baseline.js';
import { readCanaries } from '../fsck/canaries.js';
import { runFsck } from '../fsck/run-fsck.js';
import { readOptions } from './read-options.js';
import { UsageError } from './usage-error.js';
import type { Verb } from './verb.js';
import { withDatabase } from './with-database.js';

const USAGE = `Usage: cairn fsck [--grace SECONDS] [--http URL] [--ack-log FILE] [--baseline DIR] [--save-baseline DIR] [--canaries FILE]
  --grace          what is younger may still be on its way; default 60
  --http           a running Cairn: what it publishes is compared with the records
  --ack-log        passes that a client was told of, one a line: {"enrollmentId": "…", "acknowledgedAt": "…"}
  --baseline       a folder that --save-baseline wrote: nothing of it may have been forgotten
  --save-baseline  writes the published status lists and the ends of the audit chains there, if all is well
  --canaries       strings that must not turn up elsewhere: {"strings": ["…"], "paths": […], "tokens": […], "logs": […]}`;

/** Prints a JSON report; exit code 1 on any breach. */
export const run: Verb = async (args, variables) => {
  const { words, options } = readOptions(args, ['grace', 'http', 'ack-log', 'baseline', 'save-baseline', 'canaries'], USAGE);
  if (words.length > 0) throw new UsageError(USAGE);
  const { http, baseline, canaries, grace = '60', 'ack-log': ackLog, 'save-baseline': saveBaseline } = options;
  if (!/^\d{1,9}$/.test(grace)) throw new UsageError(`--grace takes whole seconds.\n${USAGE}`);
  if (http !== undefined && !canParseUrl(http))
    throw new UsageError(`--http takes an address such as http://localhost:3000.\n${USAGE}`);
  const given = {
    graceSeconds: Number(grace),
    now: new Date(),
    http,
    saveBaseline,
    ackLog: ackLog === undefined ? undefined : await readAckLog(ackLog),
    baseline: baseline === undefined ? undefined : await readBaseline(baseline),
    canaries: canaries === undefined ? undefined : await readCanaries(canaries),
  };
  const report = await withDatabase(variables, ({ connections }, environment) => runFsck(environment, connections, given));
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  return report.ok ? 0 : 1;
};
