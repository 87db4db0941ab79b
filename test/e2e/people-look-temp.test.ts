import { it } from '@jest/globals';
import { chromium } from 'playwright-core';
import { AxeBuilder } from '@axe-core/playwright';
import { ADA, PASSWORD, startPeopleWorld } from '../support/people.js';
it('look', async () => {
  const w = await startPeopleWorld();
  await w.app.listen(0, '127.0.0.1');
  const url = (await w.app.getUrl()).replace('127.0.0.1', 'localhost');
  await w.ada.post('/api/v1/institutions', { slug: 'hillside', name: 'Hillside College', language: 'en', timeZone: 'UTC' });
  await w.ada.post('/api/v1/invitations', { email: 'lea@x.example', name: 'Lea', roles: ['learner'] });
  const inv = await w.link('lea@x.example');
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  for (const scheme of ['light', 'dark'] as const) {
    const ctx = await browser.newContext({ colorScheme: scheme, viewport: { width: scheme === 'dark' ? 360 : 1000, height: 800 }, javaScriptEnabled: true });
    const page = await ctx.newPage();
    const axe = async (n: string) => { await page.screenshot({ path: `/tmp/look/${n}-${scheme}.png`, fullPage: true }); const r = await new AxeBuilder({ page }).setLegacyMode(true).analyze(); const over = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth); console.log(n, scheme, 'overflow', over, r.violations.map(v => v.id + ': ' + v.nodes.map(x => x.html).join(' | ')).join('\n')); };
    await page.goto(url + inv); await axe('invitation');
    await page.goto(url + '/account'); await page.fill('#email', ADA); await page.fill('#password', 'wrong one'); await page.click('main button'); await axe('sign-in');
    await page.fill('#password', PASSWORD); await page.click('main button'); await axe('account');
    await page.fill('#newPassword', 'x'); await page.fill('#currentPassword', PASSWORD); await page.click('text=Save the password'); await axe('account-fault');
    await ctx.close();
  }
  await browser.close(); await w.close();
}, 120000);
