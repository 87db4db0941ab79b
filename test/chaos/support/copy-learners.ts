import { newId } from '../../../src/platform/ids.js';
import type { DurablePostgres } from './durable-postgres.js';

/** Somebody whose project waits for a verdict. */
export interface ReadyLearner {
  personId: string;
  enrollmentId: string;
  attemptId: string;
}

type Row = Record<string, unknown>;
type Rows = { table: string; rows: Row[] }[];

/** Where a learner's history up to the verdict lies, in the order of the foreign keys. */
const TABLES = [
  'person',
  'membership',
  'membership_role',
  'enrollment',
  'progress_fact',
  'activity_progress',
  'quiz_attempt',
  'course_completion',
  'submission',
  'attempt',
  'event',
];

/**
 * Copies of one learner, row by row, with ids and addresses of their own: hundreds of them in a second, each with the history that
 * the real way leaves behind.
 */
export class LearnerCopies {
  private made = 0;

  private constructor(
    private readonly database: DurablePostgres,
    private readonly original: Rows,
    private readonly email: string,
  ) {}

  static async of(
    database: DurablePostgres,
    learner: { personId: string; enrollmentId: string; email: string },
  ): Promise<LearnerCopies> {
    const original: Rows = [];
    const ids = new Set([learner.personId, learner.enrollmentId]);
    for (const table of TABLES) {
      const found = await database.rows<{ row: Row }>(
        `select to_jsonb(t) as row from ${table} t where to_jsonb(t)::text like any ($1)`,
        [[...ids].map((id) => `%${id}%`)],
      );
      const rows = found.map(({ row }) => row);
      for (const { id } of rows) if (typeof id === 'string') ids.add(id);
      original.push({ table, rows });
    }
    return new LearnerCopies(database, original, learner.email);
  }

  async make(count: number): Promise<ReadyLearner[]> {
    const copies = Array.from({ length: count }, () => this.copy());
    for (const table of TABLES) {
      const rows = copies.flatMap((copy) => rowsOf(copy, table));
      await this.database.rows(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [
        JSON.stringify(rows),
      ]);
    }
    return copies.map((copy) => ({
      personId: idOf(copy, 'person'),
      enrollmentId: idOf(copy, 'enrollment'),
      attemptId: idOf(copy, 'attempt'),
    }));
  }

  private copy(): Rows {
    this.made++;
    const number = this.made;
    const ids = this.original.flatMap(({ rows }) => rows.flatMap(({ id }) => (typeof id === 'string' ? id : [])));
    const renamed = new Map([...new Set(ids)].map((id) => [id, newId()]));
    const text = JSON.stringify(this.original)
      .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => renamed.get(id) ?? id)
      .replaceAll(this.email, `learner-${number}@riverside.example`);
    return JSON.parse(text) as Rows;
  }
}

function rowsOf(copy: Rows, table: string): Row[] {
  return copy.find((one) => one.table === table)?.rows ?? [];
}

function idOf(copy: Rows, table: string): string {
  return String(rowsOf(copy, table)[0]?.['id']);
}
