import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Query } from './query.js';

/** What was published and sealed at an earlier time, kept outside of the database: what a restored backup may have forgotten. */
export interface Baseline {
  /** Published status lists by id, as they were served. */
  statusLists: Map<string, string>;
  heads: ChainHead[];
}

/** The end of an institution's audit chain. */
export interface ChainHead {
  institutionId: string;
  sequence: number;
  hash: string;
}

const LIST_FILE = /^status-list-([0-9a-f-]{36})\.json$/;
const HEADS_FILE = 'audit-heads.json';

/** Reads `status-list-<id>.json` and `audit-heads.json` of a folder; each of them may be missing. */
export async function readBaseline(folder: string): Promise<Baseline> {
  const names = await readdir(folder);
  const statusLists = new Map<string, string>();
  for (const name of names) {
    const id = LIST_FILE.exec(name)?.[1];
    if (id) statusLists.set(id, await readFile(join(folder, name), 'utf8'));
  }
  const heads = names.includes(HEADS_FILE) ? (JSON.parse(await readFile(join(folder, HEADS_FILE), 'utf8')) as ChainHead[]) : [];
  return { statusLists, heads };
}

/** Writes what `readBaseline` reads, as it is now; answers how many files there are. */
export async function saveBaseline(query: Query, folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const lists = await query<{ id: string; signed: string }>('select id, signed from status_list');
  for (const { id, signed } of lists) await writeFile(join(folder, `status-list-${id}.json`), signed);
  const heads = await query<ChainHead>(
    `select distinct on (institution_id) institution_id as "institutionId", sequence::int, hash
       from audit_link order by institution_id, sequence desc`,
  );
  await writeFile(join(folder, HEADS_FILE), `${JSON.stringify(heads, null, 2)}\n`);
  return lists.length + 1;
}
