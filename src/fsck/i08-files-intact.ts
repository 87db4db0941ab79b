import { createHash } from 'node:crypto';
import { MissingFileError } from '../platform/storage/storage-driver.js';
import type { Breach, Findings, Inspection, Invariant } from './inspection.js';
import { pages, type Query } from './query.js';

interface FileRow {
  id: string;
  storageKey: string;
  bytes: string;
  sha256: string;
}

// Files of an upload whose row is not written yet; no upload takes as long.
const ORPHAN_MS = 3_600_000;
const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const AT_ONCE = 500;

export const filesIntact: Invariant = {
  id: 'I8',
  says: 'the bytes of every file are those that were handed in, and there are none that nobody knows',
  check: async (inspection) => {
    const rows = await rowsAgainstBytes(inspection);
    const bytes = await bytesAgainstRows(inspection);
    return {
      counts: { ...rows.counts, ...bytes.counts },
      breaches: [...rows.breaches, ...bytes.breaches, ...(await handedInWork(inspection.snapshot))],
    };
  },
};

async function rowsAgainstBytes({ snapshot, current, storage }: Inspection): Promise<Findings> {
  const sql = `select id, storage_key as "storageKey", bytes, sha256 from stored_file where id > $1 order by id limit $2`;
  const counts = { files: 0, bytes: 0 };
  const breaches: Breach[] = [];
  for await (const batch of pages<FileRow>(snapshot, sql)) {
    for (const row of batch) {
      const problem = await problemOf(storage, row);
      // A file may be removed, row and bytes, while this runs.
      if (problem && (await current('select from stored_file where id = $1', [row.id])).length > 0) {
        breaches.push({ subject: `file ${row.id}`, detail: problem });
      }
      counts.files++;
      counts.bytes += Number(row.bytes);
    }
  }
  return { counts, breaches };
}

async function problemOf(storage: Inspection['storage'], { storageKey, bytes, sha256 }: FileRow): Promise<string | null> {
  const hash = createHash('sha256');
  let count = 0;
  try {
    for await (const chunk of (await storage.open(storageKey)) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      count += chunk.length;
    }
  } catch (error) {
    if (error instanceof MissingFileError) return 'its bytes are missing';
    throw error;
  }
  if (count !== Number(bytes)) return `it has ${count} bytes instead of ${bytes}`;
  return hash.digest('hex') === sha256 ? null : 'its bytes are not the ones that were received';
}

async function bytesAgainstRows({ current, storage }: Inspection): Promise<Findings> {
  const before = new Date(Date.now() - ORPHAN_MS);
  const breaches: Breach[] = [];
  let stored = 0;
  let batch: string[] = [];
  const examine = async () => {
    const known = await current<{ key: string }>(
      `select storage_key as key from stored_file where storage_key = any($1)
       union all select storage_key from upload_part where storage_key = any($1)`,
      [batch],
    );
    const keys = new Set(known.map(({ key }) => key));
    const orphans = batch.filter((key) => !keys.has(key));
    breaches.push(...orphans.map((key) => ({ subject: `stored bytes ${key}`, detail: 'no file has them' })));
    stored += batch.length;
    batch = [];
  };
  for await (const { key, modifiedAt } of storage.list()) {
    if (modifiedAt >= before || !KEY.test(key)) continue;
    batch.push(key);
    if (batch.length === AT_ONCE) await examine();
  }
  await examine();
  return { counts: { stored }, breaches };
}

/** The files that a learner handed in are still the same ones. */
async function handedInWork(query: Query): Promise<Breach[]> {
  return query<Breach>(
    `select 'attempt ' || a.id as subject,
            'its file ' || (w ->> 'id') || case when f.id is null then ' is gone' else ' is another than was handed in' end as detail
       from attempt a cross join jsonb_array_elements(a.work -> 'files') as w left join stored_file f on f.id = (w ->> 'id')::uuid
      where f.id is null or f.sha256 <> w ->> 'sha256' or f.bytes <> (w ->> 'bytes')::bigint`,
  );
}
