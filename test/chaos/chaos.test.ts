import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, jest } from '@jest/globals';
import { projectFile } from '../../src/platform/project-file.js';
import { databaseFaults } from './faults/database-faults.js';
import { duplicateDeliveries } from './faults/duplicate-deliveries.js';
import { manyAtOnce } from './faults/many-at-once.js';
import { poisonedWork } from './faults/poisoned-work.js';
import { redisFaults } from './faults/redis-faults.js';
import { rosterFaults } from './faults/roster-faults.js';
import { stoppedApi } from './faults/stopped-api.js';
import { workerFaults } from './faults/worker-faults.js';
import { BadWeather } from './support/bad-weather.js';
import { drillsIn } from './support/drill.js';
import { say } from './support/tally.js';

jest.setTimeout(240_000);

describe('Nothing is lost and nothing is doubled', () => {
  let weather: BadWeather;
  const drill = drillsIn(() => weather);

  beforeAll(async () => {
    execFileSync(process.execPath, [fileURLToPath(projectFile('scripts/build.mjs'))], { stdio: 'inherit' });
    weather = await BadWeather.begin();
  });

  afterEach(async () => {
    await weather.endDrill();
  });

  afterAll(async () => {
    await weather.end();
    say(weather.tally.summary);
  });

  workerFaults(drill);
  databaseFaults(drill);
  redisFaults(drill);
  rosterFaults(drill);
  duplicateDeliveries(drill);
  manyAtOnce(drill);
  stoppedApi(drill);
  poisonedWork(drill);
});
