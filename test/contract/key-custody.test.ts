import { randomBytes } from 'node:crypto';
import { LocalKeyCustody } from '../../src/modules/credentials/use-cases/keys/local-key-custody.js';
import { readEnvironment } from '../../src/platform/config/environment.js';
import { KeySecret } from '../../src/platform/keys/key-secret.js';
import { DistantKeyCustody } from '../support/distant-key-custody.js';
import { keyCustodyContract } from '../support/key-custody-contract.js';

keyCustodyContract('local custody', async () => {
  const environment = readEnvironment({ CAIRN_KEY_SECRET: randomBytes(32).toString('hex') });
  return { custody: new LocalKeyCustody(new KeySecret(environment)) };
});

keyCustodyContract('custody at a service far away', async () => {
  const custody = new DistantKeyCustody();
  return { custody, close: () => custody.close() };
});
