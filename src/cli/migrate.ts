import type { Verb } from './verb.js';
import { migrate } from '../platform/database/migrate.js';
import { withDatabase } from './with-database.js';

export const run: Verb = async (_args, variables) => {
  const ran = await withDatabase(variables, ({ connections }) => migrate(connections));
  process.stdout.write(ran.length > 0 ? `Ran ${ran.join(', ')}\n` : 'The database is at this version already\n');
  return 0;
};
