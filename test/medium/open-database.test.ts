import { afterEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { readEnvironment } from '../../src/platform/config/environment.js';
import { joinEmbeddedPostgres } from '../../src/platform/database/embedded/index.js';
import { openDatabase, openOrJoinDatabase } from '../../src/platform/database/open-database.js';
import { cleanUp, endLater, launchInChild, query, temporaryFolder } from '../support/embedded-launch.js';

afterEach(cleanUp);

const whoAmI = `select current_user as role, current_database() as database`;

describe('A verb that needs the database', () => {
  it('joins the one that a running Cairn has started, and leaves it running', async () => {
    const folder = await temporaryFolder();
    const { started } = await launchInChild({ dataDirectory: join(folder, 'postgres') });
    const environment = readEnvironment({ CAIRN_DATA_DIR: folder });

    const joined = await openOrJoinDatabase(environment);
    expect(await query(joined.connections.applicationUrl, whoAmI)).toEqual([{ role: 'cairn_app', database: 'cairn' }]);
    expect(await query(joined.connections.ownerUrl ?? '', whoAmI)).toEqual([{ role: 'cairn_owner', database: 'cairn' }]);
    await joined.close();

    expect(await query(started?.applicationUrl ?? '', whoAmI)).toHaveLength(1);
  });

  it('starts one where none runs', async () => {
    const folder = await temporaryFolder();
    const opened = await openOrJoinDatabase(readEnvironment({ CAIRN_DATA_DIR: folder }));
    endLater({ end: () => opened.close() });
    expect(await query(opened.connections.applicationUrl, whoAmI)).toHaveLength(1);
    await opened.close();
    await expect(query(opened.connections.applicationUrl, whoAmI)).rejects.toThrow('ECONNREFUSED');
  });

  it('uses the one of DATABASE_URL before any other', async () => {
    const folder = await temporaryFolder();
    const environment = readEnvironment({ CAIRN_DATA_DIR: folder, DATABASE_URL: 'postgres://somebody@elsewhere.example/cairn' });
    expect((await openOrJoinDatabase(environment)).connections).toEqual({
      applicationUrl: 'postgres://somebody@elsewhere.example/cairn',
      ownerUrl: null,
    });
  });
});

it('A second Cairn does not join: it says that one runs already', async () => {
  const folder = await temporaryFolder();
  await launchInChild({ dataDirectory: join(folder, 'postgres') });
  await expect(openDatabase(readEnvironment({ CAIRN_DATA_DIR: folder }))).rejects.toMatchObject({
    code: 'embedded.already_running',
  });
});

it('There is nothing to join where files of a dead server lie', async () => {
  const folder = await temporaryFolder();
  const { launcher } = await launchInChild({ dataDirectory: folder });
  launcher.kill('SIGTERM');
  await new Promise((resolve) => launcher.once('exit', resolve));
  // As a crash leaves it: ready, at a port where nobody listens.
  await writeFile(join(folder, 'pgdata', 'postmaster.pid'), `1\n${folder}/pgdata\n0\n1\n\n127.0.0.1\n0 0\nready   \n`);
  expect(await joinEmbeddedPostgres(folder)).toBeNull();
});
