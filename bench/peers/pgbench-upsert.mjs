// The tool of PostgreSQL itself: one upsert of one row a transaction, without any application around it.
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { databaseCores } from '../harness/cores.mjs';
import { ACTIVITIES, GROUPS, idOf, institutionId } from '../harness/world.mjs';

const run = promisify(execFile);

/** A contestant whose operations are upserts; `null` where pgbench is not installed. */
export async function openPgbench(ownerUrl) {
  if (spawnSync('pgbench', ['--version']).status !== 0) return null;
  const folder = await mkdtemp(join(tmpdir(), 'cairn-bench-pgbench-'));
  const script = join(folder, 'upsert.sql');
  const [first, last] = GROUPS.upserts;
  const id = (kind, variable) => `('${idOf(kind, 0).slice(0, -12)}' || lpad(to_hex(:${variable}::int), 12, '0'))::uuid`;
  await writeFile(
    script,
    `\\set learner random(${first}, ${last})
\\set activity random(1, ${ACTIVITIES})
\\set share random(1, 999)
insert into activity_progress (institution_id, enrollment_id, activity_id, value, waived, updated_at)
values ('${institutionId}', ${id('enrollment', 'learner')}, ${id('activity', 'activity')}, :share / 1000.0, false, now())
on conflict (enrollment_id, activity_id) do update set value = greatest(activity_progress.value, excluded.value), updated_at = now();
`,
  );
  const options = ['-n', '-M', 'prepared', '-c', '16', '-j', '1', '-T', '1', '-f', script];
  const command = databaseCores ? ['taskset', '-c', databaseCores, 'pgbench', ...options] : ['pgbench', ...options];
  const { hostname, port, username, password, pathname } = new URL(ownerUrl);
  // Not on the command line, which everybody on the machine can read.
  const whereAndWho = { PGHOST: hostname, PGPORT: port, PGUSER: username, PGPASSWORD: password, PGDATABASE: pathname.slice(1) };
  const env = { ...process.env, ...whereAndWho, PGOPTIONS: '-c app.scope=system' };
  return {
    contestant: {
      async slice() {
        const { stdout } = await run(command[0], command.slice(1), { env });
        const rate = Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
        return { operations: rate, milliseconds: 1_000 };
      },
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
