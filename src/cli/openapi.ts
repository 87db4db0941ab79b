import { readEnvironment } from '../platform/config/environment.js';
import type { Verb } from './verb.js';
import { openApiDocument } from '../platform/http/openapi.js';
import { createApplication } from '../roles/create-application.js';

/** Describes the API without starting it: no database, no queue. */
export const run: Verb = async () => {
  const environment = readEnvironment({ CAIRN_ROLES: 'api', LOG_LEVEL: 'fatal' });
  const app = await createApplication({
    environment,
    connections: { applicationUrl: 'postgres://unused', ownerUrl: null },
    preview: true,
  });
  process.stdout.write(`${JSON.stringify(openApiDocument(app), null, 2)}\n`);
  return 0;
};
