// Compares what is committed with what the code says: `schema` — entities against migrations, on a database made for it;
// `openapi` — openapi.json against the controllers; `web-api` — the types of the web application against openapi.json; `problems` —
// docs/problems.md against the catalogue (`--write` renews each).
import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

function webApiDrift() {
  const file = new URL('web/src/api/schema.ts', root);
  const library = createRequire(new URL('web/package.json', root)).resolve('openapi-typescript');
  const cli = join(dirname(dirname(library)), 'bin', 'cli.js');
  const fresh = execFileSync(process.execPath, [cli, 'openapi.json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (option === '--write') writeFileSync(file, fresh);
  return readFileSync(file, 'utf8') === fresh
    ? []
    : ['web/src/api/schema.ts is not what openapi.json says. Renew it: node scripts/check-drift.mjs web-api --write'];
}

async function problemsDrift() {
  const file = new URL('docs/problems.md', root);
  await Promise.all(['api', 'worker', 'scheduler'].map((role) => import(`../dist/src/roles/${role}.js`)));
  const { problemCatalogue } = await import('../dist/src/platform/http/problem.js');
  const catalogue = problemCatalogue();
  const areas = [...new Set(catalogue.map(({ code }) => code.split('.')[0]))];
  const sections = areas.map((area) => {
    const types = catalogue.filter(({ code }) => code.startsWith(`${area}.`));
    return `## ${area}\n\n${types.map(({ code, status, title }) => `- \`${code}\` (${status}): ${title}.`).join('\n')}\n`;
  });
  const fresh = `# Problems

Every refusal is \`application/problem+json\` (RFC 9457) with one of these codes, which never change. \`detail\` says what to do, \`errors\` names the fields
that are wrong, \`facts\` holds what a program can act on, and \`requestId\` finds the request in the log. \`title\` and every \`detail\` are in the language that
\`Accept-Language\` asks for, English where it asks for none that is spoken here (\`Content-Language\` says which); codes, fields and facts are the same in all. What
only programs meet (\`oauth\`, \`oid\`, most of \`exchange\`) is always English.

Every 401 has \`WWW-Authenticate: Bearer realm="Cairn"\` (RFC 6750), with \`error="invalid_token"\` where a token was sent and is not good: get
another one. A 403 with \`error="insufficient_scope"\` names the \`scope\` that the token lacks. A session cookie does as well as a token wherever a
route says so. \`/oauth/token\` and \`/oauth/revoke\` ask for \`Basic\` instead (RFC 6749 §5.2).

${sections.join('\n')}`;
  if (option === '--write') writeFileSync(file, fresh);
  return readFileSync(file, 'utf8') === fresh
    ? []
    : ['docs/problems.md is not the catalogue. Renew it: node scripts/check-drift.mjs problems --write'];
}

const checks = { schema: schemaDrift, openapi: openApiDrift, 'web-api': webApiDrift, problems: problemsDrift };
const differences = await checks[what]();
if (differences.length > 0) {
  process.stdout.write(`${differences.join('\n')}\n`);
  process.exitCode = 1;
}
