import { AwardHistoric } from '../../src/modules/credentials/index.js';
import { tellLearners } from './badges.js';
import type { HistoricRef } from '../../src/modules/credentials/jobs/award-historic.js';
import type { Answer, TestBrowser } from './browser.js';
import type { Member, Riverside } from './worlds.js';

export const IMPORTS = '/api/v1/historic-award-imports';

export interface ImportBody {
  id: string;
  state: string;
  total: number;
  counts: Record<'bad' | 'waiting' | 'issuing' | 'issued' | 'held' | 'withheld', number>;
  confirmedAt: string | null;
  letters: boolean | null;
}

export interface RowBody {
  line: number;
  state: string;
  problems: { field: string; code: string; detail: string }[];
  email: string | null;
  reason: string | null;
  credential: { id: string; url: string; state: string } | null;
}

/** Cells of one row by column; `edition` is Riverside's, and the day is one of long ago, unless it says otherwise. */
export type AwardWish = Record<string, string>;

export function awardsCsv(world: Riverside, awards: readonly AwardWish[]): string {
  const rows = awards.map((award) => ({ edition: world.edition.id, awarded_on: '2019-06-14', ...award }));
  const columns = [...new Set(['email', 'name', ...rows.flatMap((row) => Object.keys(row))])];
  const cell = (text = '') => `"${text.replaceAll('"', '""')}"`;
  const lines = rows.map((row) => columns.map((column) => cell((row as AwardWish)[column])).join(','));
  return [columns.join(','), ...lines, ''].join('\n');
}

export async function uploadAwards(world: Riverside, awards: readonly AwardWish[], by: Member = world.olga): Promise<ImportBody> {
  const answer = await by.browser.upload(IMPORTS, 'awards.csv', awardsCsv(world, awards));
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.json<ImportBody>();
}

export function confirmAwards(browser: TestBrowser, id: string, body: object = {}): Promise<Answer> {
  return browser.post(`${IMPORTS}/${id}/confirmation`, body);
}

export async function progressOf({ olga }: Riverside, id: string): Promise<ImportBody> {
  return (await olga.browser.get(`${IMPORTS}/${id}`)).json<ImportBody>();
}

export async function rowsOf({ olga }: Riverside, id: string, query = 'limit=100'): Promise<RowBody[]> {
  return (await olga.browser.get(`${IMPORTS}/${id}/rows?${query}`)).json<{ items: RowBody[] }>().items;
}

/** Queued awards, as the worker finds them. */
export function queuedAwards(world: Riverside): Promise<{ id: string; payload: HistoricRef }[]> {
  return world.rows(`select id, payload from outbox where job = 'award-historic' and done_at is null order by id`);
}

/** Does what the worker would do with all that is queued; answers the faults. */
export async function awardQueued(world: Riverside): Promise<Error[]> {
  const queued = await queuedAwards(world);
  const faults: Error[] = [];
  for (let start = 0; start < queued.length; start += 500) {
    const some = queued.slice(start, start + 500);
    const outcomes = await world.get(AwardHistoric).chunk(
      { institutionId: world.institutionId },
      some.map(({ payload }) => payload),
    );
    faults.push(...outcomes.flatMap((outcome) => outcome ?? []));
    const done = some.filter((_, index) => outcomes[index] === null).map(({ id }) => id);
    await world.rows('update outbox set done_at = now() where id = any($1::uuid[])', [done]);
  }
  await tellLearners(world);
  return faults;
}

/** Uploads, confirms and awards, without the worker. Answers the import. */
export async function awarded(world: Riverside, awards: readonly AwardWish[], body: object = {}): Promise<ImportBody> {
  const { id } = await uploadAwards(world, awards);
  const answer = await confirmAwards(world.olga.browser, id, body);
  if (answer.status !== 201) throw new Error(answer.text);
  const [fault] = await awardQueued(world);
  if (fault) throw fault;
  return progressOf(world, id);
}
