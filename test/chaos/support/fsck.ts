import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runVerb } from './cairn-process.js';
import type { AcknowledgedPass } from './verdicts.js';

export interface FsckReport {
  ok: boolean;
  /** What checked the signatures. */
  signatures: string;
  checked: Record<string, Record<string, number>>;
  breaches: { invariant: string; subject: string; detail: string }[];
}

/**
 * What `cairn fsck` says of everything there is, told what the client was told, and looking at the running Cairn as the public
 * does. Nothing may be late: the drills wait until there is nothing left to do.
 */
export async function runFsck(
  passes: readonly AcknowledgedPass[],
  { folder, origin, variables }: { folder: string; origin: string; variables: Record<string, string> },
): Promise<FsckReport> {
  const ackLog = join(folder, 'acknowledged.jsonl');
  const lines = passes.map(({ enrollmentId, answeredAt }) => JSON.stringify({ enrollmentId, acknowledgedAt: answeredAt }));
  await writeFile(ackLog, `${lines.join('\n')}\n`);
  const { code, output, errors } = await runVerb(['fsck', '--grace', '0', '--http', origin, '--ack-log', ackLog], variables);
  if (output === '') throw new Error(`cairn fsck ended with ${code} and said nothing but: ${errors}`);
  const report = JSON.parse(output) as FsckReport;
  if ((code === 0) !== report.ok) throw new Error(`cairn fsck ended with ${code}, but says ok: ${report.ok}`);
  return report;
}
