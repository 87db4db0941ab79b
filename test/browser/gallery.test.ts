import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../support/chromium.js';
import { startWebWorld, type WebWorld } from '../support/web-world.js';

const MINUTES = 60_000;

describe('The gallery of components, as whoever develops opens it', () => {
  let web: WebWorld;
  let vite: ChildProcess;
  let gallery: string;
  beforeAll(async () => {
    web = await startWebWorld({ CAIRN_ROLES: 'api' });
    const port = await freePort();
    vite = spawn(
      process.execPath,
      ['../node_modules/vite/bin/vite.js', '--host', '127.0.0.1', '--port', `${port}`, '--strictPort'],
      {
        cwd: 'web',
        env: { ...process.env, CAIRN_ORIGIN: web.origin },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    if (vite.stdout) await once(vite.stdout, 'data');
    gallery = `http://127.0.0.1:${port}/app/dev/ui`;
  }, 2 * MINUTES);
  afterAll(async () => {
    if (vite.kill()) await once(vite, 'exit');
    await web?.close();
  });

  it(
    'shows each in each of its states, and none of them is out of reach for anybody',
    async () => {
      const page = await web.visit(web.world.ines, gallery);
      await page.getByRole('heading', { level: 1, name: 'Components' }).waitFor({ timeout: MINUTES });
      await page.getByRole('rowheader', { name: /somebody\.with\.a\.long\.name\.1@/ }).waitFor();
      expect(await web.look(page, 'gallery')).toEqual([]);
    },
    3 * MINUTES,
  );
});
