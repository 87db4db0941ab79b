import type { INestApplicationContext } from '@nestjs/common';
import { openOperatorContext } from '../roles/operator.js';
import { withDatabase } from './with-database.js';

/** Gives a verb every module's use cases, on the database that `withDatabase` finds. */
export async function withApplication<Result>(
  variables: NodeJS.ProcessEnv,
  use: (app: INestApplicationContext) => Promise<Result>,
): Promise<Result> {
  return withDatabase(variables, async ({ connections }, environment) => {
    const app = await openOperatorContext(environment, connections);
    try {
      return await use(app);
    } finally {
      await app.close();
    }
  });
}
