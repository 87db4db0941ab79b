import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { badgeOf, issue, passed, type PassedLearner } from '../support/badges.js';
import { freePort, launchChromium } from '../support/chromium.js';
import { ConnectedService } from '../support/connected-service.js';
import { lookAt, lookMagnified, USUAL } from '../support/look-at.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

describe('The pages by which credentials leave', () => {
  let world: Riverside;
  let browser: Browser;
  let origin: string;
  let amara: PassedLearner;
  let service: ConnectedService;
  let backpack: { server: Server; callback: string; visits: string[] };

  beforeAll(async () => {
    browser = await launchChromium();
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    world = await startRiverside({ CAIRN_PUBLIC_URL: origin, CAIRN_ROLES: 'api' });
    amara = await passed(world);
    await issue(world, amara);
    await world.app.listen(port, '127.0.0.1');
    backpack = await openBackpack();
    service = new ConnectedService(world);
    await service.register({
      redirect_uris: [backpack.callback],
      client_name: 'The Backpack',
      policy_uri: 'https://backpack.example/privacy',
    });
  }, 120_000);
  afterAll(async () => {
    backpack?.server.close();
    await browser?.close();
    await world?.close();
  });

  /** A service on another origin, which remembers how it was visited. */
  const openBackpack = async () => {
    const visits: string[] = [];
    const server = createServer((request, response) => {
      visits.push(request.url ?? '');
      response.end('back at the service');
    });
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return { server, visits, callback: `http://127.0.0.1:${port}/callback` };
  };

  const asAmara = async (): Promise<Page> => {
    const context = await browser.newContext({ viewport: USUAL, reducedMotion: 'reduce' });
    const [name = '', value = ''] = (amara.browser.cookie ?? '').split('=');
    await context.addCookies([{ name, value, url: origin }]);
    return context.newPage();
  };
  const consent = () => origin + service.address({ redirect_uri: backpack.callback });
  const interaction = async (wish: object) => {
    const { id } = await badgeOf(world, amara);
    await world.rows('delete from rate_limit');
    return (await amara.browser.post(`/api/v1/credentials/${id}/interactions`, wish)).json<{ url: string }>().url;
  };

  const pages: [string, () => Promise<string>, string][] = [
    ['consent', async () => consent(), 'Connect The Backpack?'],
    ['consent-refused', async () => `${origin}/oauth/authorize?client_id=nobody`, 'This connection cannot be made'],
    ['wallet', () => interaction({}), 'Learner Credential Wallet'],
    ['wallet-with-code', () => interaction({ transactionCode: true }), 'Your wallet will ask for a code'],
    [
      'wallet-used',
      async () => {
        const url = await interaction({});
        await amara.browser.post(new URL(url).pathname + '/exchange', {});
        return url;
      },
      'this address was used',
    ],
    ['wallet-unknown', async () => `${origin}/interactions/unknown`, 'There is nothing here'],
  ];

  it.each(pages)('%s: has no barrier that axe can find, and fits however it is magnified', async (name, address, shows) => {
    const page = await asAmara();
    await page.goto(await address());
    expect(await page.textContent('main')).toContain(shows);
    expect(await lookAt(page, { name })).toEqual([]);
    expect(await lookMagnified(page, { name })).toEqual([]);
    await page.context().close();
  });

  it('lets a learner sign in, agree without JavaScript, and arrive at the service with a code', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(consent());
    expect(page.url()).toContain('/sign-in?next=');
    const [name = '', value = ''] = (amara.browser.cookie ?? '').split('=');
    await context.addCookies([{ name, value, url: origin }]);
    await page.reload();
    expect(await page.textContent('h1')).toBe('Connect The Backpack?');
    await page.click('button[value=allow]');
    await page.waitForURL(`${backpack.callback}**`);
    expect(await page.textContent('body')).toBe('back at the service');
    const { searchParams } = new URL(page.url());
    expect(searchParams.get('state')).toBe('the state');
    const tokens = await service.redeem(searchParams.get('code') ?? '', { redirect_uri: backpack.callback });
    expect(tokens.status).toBe(200);
    expect(backpack.visits.filter((visit) => visit.startsWith('/callback'))).toHaveLength(1);
  });
});
