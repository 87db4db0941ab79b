import { createReadStream } from 'node:fs';
import type { Canaries } from './canaries.js';
import type { Breach, Findings, Inspection, Invariant } from './inspection.js';
import { QUEUES } from '../platform/queue/job.js';

export const noCanaries: Invariant = {
  id: 'I13',
  says: 'what one person keeps here reaches nobody else, nor the public, the queue or the logs',
  check: async (inspection) => {
    const { canaries } = inspection;
    if (!canaries) return { counts: { strings: 0 }, breaches: [] };
    const parts = [
      await inRecords(inspection, canaries),
      await inQueues(inspection, canaries),
      await inLogs(canaries),
      await overHttp(inspection, canaries),
    ];
    return {
      counts: Object.assign({ strings: canaries.strings.length }, ...parts.map(({ counts }) => counts)) as Findings['counts'],
      breaches: parts.flatMap(({ breaches }) => breaches),
    };
  },
};

/** Rows that hold ids and facts alone, and documents that everybody may read. */
async function inRecords({ snapshot }: Inspection, { strings }: Canaries): Promise<Findings> {
  const found = await snapshot<{ subject: string; text: string }>(
    `select * from (
       select 'event ' || id as subject, particulars::text as text from event
       union all select 'outbox row ' || id, payload::text || coalesce(last_error, '') from outbox
       union all select 'credential ' || id, signed from credential
       union all select 'status list ' || id, signed from status_list
       union all select 'achievement ' || id, document from achievement
     ) as kept where text like any($1)`,
    [strings.map((string) => `%${string.replace(/[\\%_]/g, '\\$&')}%`)],
  );
  return { counts: {}, breaches: found.flatMap(({ subject, text }) => breachesIn(subject, text, strings)) };
}

async function inQueues({ queues }: Inspection, { strings }: Canaries): Promise<Findings> {
  const breaches: Breach[] = [];
  for (const name of QUEUES) {
    for await (const jobs of queues.waiting(name)) {
      for (const job of jobs) breaches.push(...breachesIn(`job ${job.id} in ${name}`, JSON.stringify(job), strings));
    }
  }
  return { counts: {}, breaches };
}

async function inLogs({ logs, strings }: Canaries): Promise<Findings> {
  const breaches: Breach[] = [];
  const longest = Math.max(...strings.map(({ length }) => length));
  for (const path of logs) {
    // What ends one piece may begin a string that the next one ends.
    let rest = '';
    const found = new Set<string>();
    for await (const chunk of createReadStream(path, 'utf8') as AsyncIterable<string>) {
      const text = rest + chunk;
      strings.filter((string) => text.includes(string)).forEach((string) => found.add(string));
      rest = text.slice(-longest);
    }
    breaches.push(...[...found].map((string) => breach(`log ${path}`, string)));
  }
  return { counts: { logs: logs.length }, breaches };
}

async function overHttp({ http, snapshot }: Inspection, { paths, tokens, strings }: Canaries): Promise<Findings> {
  if (!http) return { counts: {}, breaches: [] };
  const published = await snapshot<{ path: string }>(
    `select '/credentials/' || public_id as path from credential
     union all select '/status-lists/' || id from status_list
     union all select '/achievements/' || edition_id from achievement
     union all select '/issuers/' || slug from institution
     union all select '/issuers/' || slug || '/did.json' from institution`,
  );
  const breaches: Breach[] = [];
  let answers = 0;
  const ask = async (path: string, headers: Record<string, string>, who: string) => {
    const { body } = await http.get(path, headers);
    answers++;
    breaches.push(...breachesIn(`${path} as ${who}`, body, strings));
  };
  for (const path of [...published.map((row) => row.path), ...paths]) {
    await ask(path, { accept: 'text/html' }, 'anybody');
    await ask(path, { accept: 'application/json' }, 'anybody');
  }
  for (const path of paths) {
    for (const [index, token] of tokens.entries()) {
      await ask(path, { authorization: `Bearer ${token}` }, `the holder of token ${index + 1}`);
    }
  }
  return { counts: { answers }, breaches };
}

function breachesIn(subject: string, text: string, strings: string[]): Breach[] {
  return strings.filter((string) => text.includes(string)).map((string) => breach(subject, string));
}

function breach(subject: string, string: string): Breach {
  return { subject, detail: `holds ${JSON.stringify(string)}` };
}
