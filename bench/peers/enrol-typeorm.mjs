// The plain way to write many rows: TypeORM's insert, some hundred values a statement, all of it in one transaction.
import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../../dist/src/platform/database/database-options.js';
import { answerParent } from '../servers/answer-parent.mjs';

const AT_ONCE = 500;
const options = { url: process.env.DATABASE_URL, entities: [], poolSize: 1, applicationName: 'bench-typeorm' };
const dataSource = await new DataSource(databaseOptions(options)).initialize();
let tables = [];

answerParent(
  {},
  {
    /** Takes the rows, each table's as `{name, columns, text}`, text as COPY writes it. */
    prepare(written) {
      tables = written.map(({ name, columns, text }) => ({
        name,
        columns,
        rows: readCopied(Buffer.from(text).toString('utf8')).map((cells) =>
          Object.fromEntries(columns.map((column, place) => [column, cells[place]])),
        ),
      }));
    },
    /** Inserts all of them, and answers the milliseconds. */
    async insert() {
      await dataSource.query(`truncate ${tables.map(({ name }) => name).join(', ')}`);
      const start = performance.now();
      await dataSource.transaction(async (manager) => {
        for (const { name, columns, rows } of tables)
          for (let first = 0; first < rows.length; first += AT_ONCE)
            await manager
              .createQueryBuilder()
              .insert()
              .into(name, columns)
              .values(rows.slice(first, first + AT_ONCE))
              .execute();
      });
      return performance.now() - start;
    },
  },
);

const ESCAPED = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

function readCopied(text) {
  const cell = (written) => (written === '\\N' ? null : written.replaceAll(/\\(.)/gs, (_, letter) => ESCAPED[letter] ?? letter));
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t').map(cell));
}
