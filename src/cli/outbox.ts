import type { Verb } from './verb.js';
import { type DeadLetter, DeadLetters } from '../platform/queue/dead-letters.js';
import { readOptions } from './read-options.js';
import { UsageError } from './usage-error.js';
import { withApplication } from './with-application.js';

const USAGE = 'Usage: cairn outbox list\n       cairn outbox redrive ID';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Shows work that was set aside, or gives it another chance. */
export const run: Verb = async (args, variables) => {
  const { words } = readOptions(args, [], USAGE);
  const [what, id, ...rest] = words;
  if (what === 'list' && id === undefined) return withApplication(variables, (app) => list(app.get(DeadLetters)));
  if (what === 'redrive' && id !== undefined && rest.length === 0) {
    if (!UUID.test(id)) throw new UsageError(`${id} is not the id of a piece of work; \`cairn outbox list\` shows them.`);
    return withApplication(variables, (app) => redrive(app.get(DeadLetters), id));
  }
  throw new UsageError(USAGE);
};

async function list(letters: DeadLetters): Promise<number> {
  const dead = await letters.list();
  if (dead.length === 0) process.stdout.write('Nothing was set aside\n');
  for (const letter of dead) process.stdout.write(`${describe(letter)}\n`);
  return 0;
}

function describe({ id, job, deadAt, attempts, lastError }: DeadLetter): string {
  return `${id}  ${job}  set aside ${deadAt.toISOString()} after ${attempts} tries: ${lastError.replace(/\s+/g, ' ')}`;
}

async function redrive(letters: DeadLetters, id: string): Promise<number> {
  const sent = await letters.redrive(id);
  process.stdout.write(
    sent ? `${id} will be tried again\n` : `${id} is not set aside: it is done, still being tried, or unknown\n`,
  );
  return sent ? 0 : 1;
}
