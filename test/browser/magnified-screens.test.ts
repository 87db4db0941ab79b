import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { lookMagnified } from '../support/look-at.js';
import { publishStudy } from '../support/study-world.js';
import { goByTopBar, startWebWorld, type WebWorld } from '../support/web-world.js';
import type { Learner, Member } from '../support/worlds.js';

const MINUTES = 60_000;

describe('At 400 % zoom, with spaced text and with text twice as large, nothing is cut off, covered or needs two ways to scroll', () => {
  let web: WebWorld;
  const screens: Record<string, string[]> = {};
  const people: Record<string, Pick<Member, 'browser'>> = {};

  beforeAll(async () => {
    web = await startWebWorld({ CAIRN_ROLES: 'api' });
    const { world } = web;
    await world.rows(
      `insert into membership_role (institution_id, membership_id, role, granted_at)
       select institution_id, id, role, now() from membership, unnest($2::text[]) as role where person_id = $1`,
      [world.olga.personId, ['learner', 'instructor', 'assessor', 'admin']],
    );
    const study = await publishStudy(world);
    const amara: Learner = await world.enroll(await world.member('Amara', ['learner']), await world.offer(study.id));
    const jonas = await world.ready('Jonas');
    const { id: attemptId } = await world.handIn(jonas);
    const activities = await world.rows<{ id: string; title: string }>('select id, title from activity');
    const [page, quiz] = ['What a number answers', 'Try your question'].map(
      (name) => activities.find(({ title }) => title === name)?.id,
    );
    const place = `learning/${amara.enrollmentId}`;
    const studio = `studio/${study.microCredentialId}`;
    Object.assign(people, { amara, ines: world.ines, ada: world.ada, olga: world.olga });
    const own = 'badges portfolio calendar calendar/month notes notifications notifications/settings'.split(' ');
    const account = ['', '/security', '/privacy', '/programs'].map((part) => `account${part}`);
    const steps = [`activities/${page}`, `activities/${quiz}`, 'project'].map((part) => `${place}/${part}`);
    const parts = 'details rules badge publish editions learners project'.split(' ').map((part) => `${studio}/${part}`);
    const editors = [page, quiz].map((id) => `${studio}/activities/${id}`);
    const run = `grading/${world.offeringId}`;
    const office = 'overview overview/learners offerings offerings/new people completions enrollment-imports audit'.split(' ');
    const records = ['', '/requests', '/revocations', '/historic', '/endorsements'].map((part) => `credentials${part}`);
    const institution = ['', '/look', '/forms', '/letters', '/keys'].map((part) => `institution${part}`);
    const ones = [`offerings/${world.offeringId}`, `enrollments/${jonas.enrollmentId}`, 'first-steps'];
    Object.assign(screens, {
      amara: ['', ...own, ...account, place, ...steps],
      ines: ['studio', 'studio/imports', studio, ...parts, ...editors],
      ada: ['grading', run, `${run}/attempts/${attemptId}`],
      olga: [...office, ...ones, ...records, ...institution],
    });
  }, 3 * MINUTES);
  afterAll(() => web?.close());

  const open = async (page: Page, path: string) => {
    await page.goto(`/app/${path}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle');
  };

  it.each(['amara', 'ines', 'ada', 'olga'])(
    'on the screens of %s',
    async (name) => {
      const page = await web.visit(people[name] as Member, '/app/');
      const findings: string[] = [];
      for (const path of screens[name] ?? []) {
        await open(page, path);
        const looking = { name: `${name}-${path.replaceAll(/[^a-z]+/gi, '-')}` };
        findings.push(...(await lookMagnified(page, looking)).map((found) => `${path} ${found}`));
      }
      await page.context().close();
      expect(findings).toEqual([]);
    },
    5 * MINUTES,
  );

  it.each(['', 'studio', 'grading', 'offerings'])(
    'the page at /app/%s names all that its screen loads, which is loaded once',
    async (path) => {
      const page = await web.visit(people['olga'] as Member, '/app/');
      const answer = await page.goto(`/app/${path}`);
      const named = [...(await answer!.text()).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, at = '']) =>
        at.replaceAll('&amp;', '&'),
      );
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.waitForLoadState('networkidle');
      const loaded = await page.evaluate<string[]>(
        `performance.getEntriesByType('resource').map(({ name }) => name.replace(location.origin, ''))`,
      );
      await page.context().close();
      const asked = named.filter((at) => at.startsWith('/api/'));
      expect(asked.length).toBeGreaterThan(1);
      expect(loaded.filter((at) => asked.includes(at)).toSorted()).toEqual(asked.toSorted());
      expect(loaded.filter((at) => at.startsWith('/app/assets/') && !named.includes(at))).toEqual([]);
    },
  );

  it('somebody with all roles finds what the top bar has no room for under More, by keyboard', async () => {
    const page = await web.visit(people['olga'] as Member, '/app/');
    const bar = page.getByRole('navigation', { name: 'Main' });
    const last = bar.getByRole('link', { name: 'Catalogue' });
    await bar.locator('summary').press('Enter');
    await last.waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.localName')).toBe('a');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.localName')).toBe('summary');
    expect(await last.count()).toBe(0);
    await goByTopBar(page, 'Credentials');
    await page.getByRole('heading', { level: 1, name: 'Credentials' }).waitFor();
    expect(await bar.locator('details').getAttribute('open')).toBeNull();
    await page.context().close();
  });

  it('and loses none of it while the window changes, not for one frame', async () => {
    const page = await web.visit(people['olga'] as Member, '/app/');
    const bar = page.getByRole('navigation', { name: 'Main' });
    await bar.getByRole('link').first().waitFor();
    // Called after the bar has measured itself, and before the frame is painted.
    await page.evaluate(`window.lost = [];
      const bar = document.querySelector('header nav');
      const entries = [...bar.querySelectorAll(':scope > ul > li')];
      new ResizeObserver(() => {
        if (bar.clientWidth === 0) return;
        const row = entries[0].offsetTop;
        const shown = entries.filter((entry) => entry.offsetTop === row && getComputedStyle(entry).visibility === 'visible');
        const under = bar.querySelectorAll('details li').length;
        if (shown.length + under !== entries.length) window.lost.push(innerWidth + ' px: ' + shown.length + ' and ' + under);
      }).observe(bar)`);
    const under = () => bar.locator('details').evaluate((more) => more.querySelectorAll('li').length);
    for (const width of [700, 1_100, 360, 900, 1_100]) await settle(page, width);
    const before = await under();
    expect(before).toBeGreaterThan(0);
    // A window that is folded away for a moment says nothing about the one that comes back.
    await settle(page, 1);
    expect(await under()).toBe(before);
    await settle(page, 1_100);
    expect(await page.evaluate('window.lost')).toEqual([]);
    await page.context().close();
  });

  const settle = async (page: Page, width: number) => {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate('new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))');
  };
});
