// Compares what is committed with what the code says: `schema` — entities against migrations, on a database made for it;
// `openapi` — openapi.json against the controllers (`--write` renews it).
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import 'reflect-metadata';

const [what, option] = process.argv.slice(2);
const root = new URL('..', import.meta.url);

async function schemaDrift() {
  const { startEmbeddedPostgres } = await import('../dist/src/platform/database/embedded/index.js');
  const { migrate } = await import('../dist/src/platform/database/migrate.js');
  const { databaseOptions } = await import('../dist/src/platform/database/database-options.js');
  const { entities } = await import('../dist/src/roles/entities.js');
  const { DataSource } = await import('typeorm');
  const folder = mkdtempSync(join(tmpdir(), 'cairn-drift-'));
  const server = await startEmbeddedPostgres({ dataDirectory: join(folder, 'postgres'), durable: false });
  try {
    await migrate(server);
    const options = databaseOptions({ url: server.ownerUrl, entities, poolSize: 2, applicationName: 'cairn-drift' });
    const dataSource = await new DataSource(options).initialize();
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    await dataSource.destroy();
    return upQueries.map(({ query }) => query);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function openApiDrift() {
  const file = new URL('openapi.json', root);
  const fresh = execFileSync(process.execPath, ['bin/cairn.mjs', 'openapi'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (option === '--write') writeFileSync(file, fresh);
  return readFileSync(file, 'utf8') === fresh ? [] : ['openapi.json is not what the controllers say. Renew it: npm run openapi'];
}

const differences = what === 'schema' ? await schemaDrift() : openApiDrift();
if (differences.length > 0) {
  process.stdout.write(`${differences.join('\n')}\n`);
  process.exitCode = 1;
}
