import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { badgeOf, issue, passed, type PassedLearner } from '../support/badges.js';
import { freePort } from '../support/chromium.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

const SOURCE = fileURLToPath(new URL('../../', import.meta.url));
const PASSWORD = 'seven quiet otters';
const PAGE = readFileSync(join(SOURCE, 'docs/credentials/exchange.md'), 'utf8');

/** The commands that the page gives under a heading, as somebody would copy them. */
function commandsUnder(heading: string): string {
  const section = PAGE.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  const blocks = [...section.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block]) => block);
  if (blocks.length === 0) throw new Error(`There are no commands under “${heading}”`);
  return `set -euo pipefail\n${blocks.join('\n')}`;
}

let world: Riverside;
let amara: PassedLearner;
let folder: string;
let known: Record<string, string>;

beforeAll(async () => {
  const origin = `http://127.0.0.1:${await freePort()}`;
  world = await startRiverside({ CAIRN_ROLES: 'api', CAIRN_PUBLIC_URL: origin });
  amara = await passed(world);
  await issue(world, amara);
  await world.app.listen(new URL(origin).port, '127.0.0.1');
  folder = mkdtempSync(join(tmpdir(), 'cairn-curl-'));
  const { email, browser } = world.olga;
  expect(await browser.put('/api/v1/me/password', { newPassword: PASSWORD })).toMatchObject({ status: 204 });
  known = { CAIRN: origin, SLUG: 'riverside', EMAIL: email, PASSWORD, SOURCE };
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});
beforeEach(() => world.rows('delete from rate_limit'));

async function run(script: string, variables: Record<string, string> = {}): Promise<string> {
  const env = { ...process.env, ...known, ...variables };
  return (await promisify(execFile)('bash', ['-c', script], { cwd: folder, env })).stdout;
}

const saved = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('the commands of docs/credentials/exchange.md', () => {
  it('issue a credential through VC-API that verifies here and elsewhere', async () => {
    const said = await run(commandsUnder('VC-API'));
    expect(said.trimEnd().split('\n').at(-1)).toMatch(/\{"verified":true\}$/);
    expect(said).toContain('{"verified":true,"checks":[');
    expect(saved('did.json')).toContain('issuers:riverside');
    writeFileSync(join(folder, 'changed.json'), saved('issued.json').replace('did:example:amara', 'did:example:mallory'));
    const refused = run('node "$SOURCE/demo/independent-verifier.mjs" changed.json did.json');
    await expect(refused).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('"verified":false') as unknown });
  });

  it('hand a badge to a wallet', async () => {
    const { id, signed } = await badgeOf(world, amara);
    const answer = await amara.browser.post('/api/v1/me/api-tokens', { name: 'Wallet', scopes: ['credentials:write'] });
    const said = await run(commandsUnder('Wallets'), { ID: id, TOKEN: answer.json<{ token: string }>().token });
    expect(said).toContain('"protocols":{"vcapi":');
    expect(saved('handed-over.json')).toContain(signed);
  });
});
