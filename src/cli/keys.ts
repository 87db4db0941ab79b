import type { INestApplicationContext } from '@nestjs/common';
import type { Verb } from './verb.js';
import { KeyRing } from '../modules/credentials/index.js';
import { type Institution, InstitutionsRepository } from '../modules/institutions/index.js';
import { system } from '../platform/database/scope.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { readOptions } from './read-options.js';
import { UsageError } from './usage-error.js';
import { withApplication } from './with-application.js';

const USAGE = 'Usage: cairn keys list --institution SLUG\n       cairn keys rotate --institution SLUG';
const SCOPE = system('the operator names an institution by its slug');

/** Shows the keys that an institution signs with, or begins a new one. */
export const run: Verb = async (args, variables) => {
  const { words, options } = readOptions(args, ['institution'], USAGE);
  const [what, ...rest] = words;
  const { institution: slug } = options;
  if ((what !== 'list' && what !== 'rotate') || rest.length > 0 || !slug) throw new UsageError(USAGE);
  return withApplication(variables, async (app) => {
    const institution = await find(app, slug);
    return what === 'list' ? list(app, institution) : rotate(app, institution);
  });
};

async function find(app: INestApplicationContext, slug: string): Promise<Institution> {
  const institutions = app.get(InstitutionsRepository);
  const found = await app.get(UnitOfWork).run(SCOPE, (tx) => institutions.findBySlug(tx, slug));
  if (!found) throw new UsageError(`There is no institution "${slug}".`);
  return found;
}

async function list(app: INestApplicationContext, { id: institutionId }: Institution): Promise<number> {
  const ring = app.get(KeyRing);
  const keys = await app.get(UnitOfWork).run({ institutionId }, (tx) => ring.all(tx, institutionId));
  if (keys.length === 0) process.stdout.write('There is no key yet: the first one is made with the first badge\n');
  for (const { fragment, state, publicKeyMultibase, createdAt, retiredAt } of keys) {
    const until = retiredAt ? ` until ${retiredAt.toISOString()}` : '';
    process.stdout.write(`${fragment}  ${state}  ${publicKeyMultibase}  since ${createdAt.toISOString()}${until}\n`);
  }
  return 0;
}

async function rotate(app: INestApplicationContext, { id: institutionId }: Institution): Promise<number> {
  const ring = app.get(KeyRing);
  const key = await app.get(UnitOfWork).run({ institutionId }, (tx) => ring.rotate(tx, institutionId, null));
  process.stdout.write(`${key.fragment} signs from now on. What earlier keys signed keeps verifying\n`);
  return 0;
}
