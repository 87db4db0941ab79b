import { writeFile } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import type { Verb } from './verb.js';
import { CompromiseKey, KEY_ALGORITHMS, type KeyAlgorithm, ReadSigningKeys, RotateKey } from '../modules/credentials/index.js';
import { type Institution, InstitutionsRepository } from '../modules/institutions/index.js';
import { system } from '../platform/database/scope.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { writeCursor } from '../platform/http/paging.js';
import { Problem } from '../platform/http/problem.js';
import { readOptions } from './read-options.js';
import { UsageError } from './usage-error.js';
import { withApplication } from './with-application.js';

const USAGE = `Usage: cairn keys list --institution SLUG
       cairn keys rotate --institution SLUG [--algorithm ${KEY_ALGORITHMS.join('|')}]
       cairn keys compromise --institution SLUG --key FRAGMENT --reason TEXT [--export FILE]
  --algorithm  default Ed25519, which makes the embedded proofs; the others make VC-JWT
  --key        as \`list\` shows it
  --export     writes the addresses of the credentials that verify no more there, one a line`;
const SCOPE = system('the operator names an institution by its slug');
const PAGE = 500;

interface Wish {
  institution: Institution;
  algorithm: KeyAlgorithm;
  key?: string | undefined;
  reason?: string | undefined;
  exportTo?: string | undefined;
}

const VERBS: Readonly<Record<string, (app: INestApplicationContext, wish: Wish) => Promise<number>>> = {
  list,
  rotate,
  compromise,
};

/** Shows the keys that an institution signs with, begins a new one, or takes one out that others may have. */
export const run: Verb = async (args, variables) => {
  const { words, options } = readOptions(args, ['institution', 'algorithm', 'key', 'reason', 'export'], USAGE);
  const [what = '', ...rest] = words;
  const { institution: slug, algorithm = 'Ed25519', key, reason, export: exportTo } = options;
  const act = Object.hasOwn(VERBS, what) ? VERBS[what] : undefined;
  if (!act || rest.length > 0) throw new UsageError(USAGE);
  if (!slug) throw lacking('--institution');
  if (!isAlgorithm(algorithm)) throw new UsageError(`No key can be made for "${algorithm}".\n${USAGE}`);
  if (what === 'compromise' && !key) throw lacking('--key');
  if (what === 'compromise' && !reason) throw lacking('--reason');
  return withApplication(variables, async (app) =>
    act(app, { institution: await find(app, slug), algorithm, key, reason, exportTo }),
  );
};

function lacking(option: string): UsageError {
  return new UsageError(`${option} is missing.\n${USAGE}`);
}

function isAlgorithm(name: string): name is KeyAlgorithm {
  return (KEY_ALGORITHMS as readonly string[]).includes(name);
}

async function find(app: INestApplicationContext, slug: string): Promise<Institution> {
  const institutions = app.get(InstitutionsRepository);
  const found = await app.get(UnitOfWork).run(SCOPE, (tx) => institutions.findBySlug(tx, slug));
  if (!found) throw new UsageError(`There is no institution "${slug}".`);
  return found;
}

async function list(app: INestApplicationContext, { institution: { id: institutionId } }: Wish): Promise<number> {
  const keys = await app.get(ReadSigningKeys).all({ institutionId });
  if (keys.length === 0) process.stdout.write('There is no key yet: the first one is made with the first badge\n');
  for (const { fragment, algorithm, state, createdAt, retiredAt, credentials, jwts, awaitingReissue } of keys) {
    const until = retiredAt ? ` until ${retiredAt.toISOString()}` : '';
    const waiting = awaitingReissue > 0 ? `, ${awaitingReissue} await their re-issue` : '';
    process.stdout.write(
      `${fragment}  ${algorithm}  ${state}  since ${createdAt.toISOString()}${until}  signed ${credentials} credentials and ${jwts} JWTs${waiting}\n`,
    );
  }
  return 0;
}

async function rotate(app: INestApplicationContext, { institution: { id: institutionId }, algorithm }: Wish): Promise<number> {
  const key = await app.get(RotateKey).run({ institutionId }, algorithm, null);
  process.stdout.write(`${key.fragment} signs ${algorithm} from now on. What earlier keys signed keeps verifying\n`);
  return 0;
}

async function compromise(app: INestApplicationContext, wish: Wish): Promise<number> {
  const scope = { institutionId: wish.institution.id };
  const key = (await app.get(ReadSigningKeys).all(scope)).find(({ fragment }) => fragment === wish.key);
  if (!key) throw new UsageError(`${wish.institution.slug} has no key ${wish.key}.`);
  try {
    const { awaitingReissue } = await app.get(CompromiseKey).run(scope, key.id, { reason: wish.reason ?? '', actorId: null });
    process.stdout.write(
      `${key.fragment} counts no more. ${awaitingReissue} credentials that it signed verify no more until their new form is signed, which begins now; nothing was revoked. ${key.jwts} JWTs are signed anew\n`,
    );
  } catch (error) {
    // Asked again, the list can still be had.
    if (!(error instanceof Problem) || key.state !== 'compromised') throw error;
    process.stdout.write(`${key.fragment} was reported before. ${key.awaitingReissue} credentials await their re-issue\n`);
  }
  if (wish.exportTo) await writeFile(wish.exportTo, await affected(app, scope, key.id));
  return 0;
}

async function affected(app: INestApplicationContext, scope: { institutionId: string }, keyId: string): Promise<string> {
  let lines = '';
  let cursor: string | undefined;
  do {
    const rows = await app.get(ReadSigningKeys).credentials(scope, keyId, { awaitingReissue: true, cursor, limit: PAGE });
    const shown = rows.slice(0, PAGE);
    lines += shown.map(({ signed }) => `${(JSON.parse(signed) as { id: string }).id}\n`).join('');
    const last = shown.at(-1);
    cursor = rows.length > PAGE && last ? writeCursor({ at: last.issuedAt, id: last.id }) : undefined;
  } while (cursor);
  return lines;
}
