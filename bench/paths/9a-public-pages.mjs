// What a stranger waits for on the public pages, beside the barest page there can be.
import { LINE_IN_WORDS, openBrowser, visits } from '../harness/browser.mjs';
import { startChild } from '../harness/children.mjs';
import { openDemoWorld } from '../harness/demo-world.mjs';
import { spread } from '../harness/measure.mjs';

export const title = `public pages until the largest part is there; ${LINE_IN_WORDS}`;
/** One operation is one visit. */
export const unit = 'ms';
export const roundsMs = 120_000;

const PAGES = ['catalogue', 'microCredential', 'credential', 'verify'];

export const ratios = PAGES.map((page) => [page, 'limit']);

const slowest = (results) => Math.max(...PAGES.map((page) => 1_000 / results.rate(page).median));

export const goals = [
  {
    says: 'LCP ≤ 1.5 x a bare HTML page, the slowest of them',
    atMost: 1.5,
    value: (results) => Math.max(...PAGES.map((page) => results.times(page, 'limit').median)),
  },
  { says: 'LCP ≤ 1,000 ms, the slowest of them', atMost: 1_000, value: slowest },
  // Nothing divided by nothing is no share: a page with a script is a failed check, below.
  { says: '≤ 60 kB for a page, fonts and pictures aside', atMost: 60, value: (_results, { needed }) => needed },
];

export async function open(world) {
  const browser = await openBrowser();
  const [cairn, bare] = await Promise.all([
    openDemoWorld(world, 'cairn_bench_pages'),
    startChild(new URL('../servers/bare-page.mjs', import.meta.url)),
  ]);
  const { items: catalogue } = await cairn.get('/api/v1/catalogue');
  const amara = await cairn.signIn('amara');
  const { items: badges } = await cairn.get('/api/v1/credentials?mine=yes', `${amara.name}=${amara.value}`);
  const seen = [];
  const visit = (name, url, heading) =>
    visits({ browser, url, heading, onVisit: (visited) => seen.push({ name, ...visited, wanted: heading }) });
  const [{ slug, title: micro }] = catalogue;
  return {
    contestants: {
      limit: visit('limit', bare.ready.origin, 'Bare'),
      catalogue: visit('catalogue', `${cairn.origin}/`, /./),
      microCredential: visit('microCredential', `${cairn.origin}/micro-credentials/riverside/${slug}`, micro),
      credential: visit('credential', cairn.origin + new URL(badges[0].url).pathname, /./),
      verify: visit('verify', `${cairn.origin}/verify`, /Verify/),
    },
    words: { limit: 'a heading and a sentence from node:http', microCredential: 'a micro-credential', credential: 'a badge' },
    facts() {
      const kilobytes = (page) => spread(seen.filter(({ name }) => name === page).map(({ needed }) => needed / 1_000)).median;
      const sizes = PAGES.map((page) => `${page} ${kilobytes(page).toFixed(1)}`);
      const largest = PAGES.map((page) => `${page} <${seen.find(({ name }) => name === page).largest.element}>`);
      return { needed: Math.max(...PAGES.map(kilobytes)), words: [`kB sent: ${sizes.join(', ')}`, ...largest] };
    },
    async check() {
      const scripted = seen.filter(({ scripts, scriptElements }) => scripts > 0 || scriptElements > 0);
      const elsewhere = seen.filter(({ largest }) => !largest.isContent);
      const silent = await browser.newContext({ javaScriptEnabled: false });
      const page = await silent.newPage();
      await page.goto(`${cairn.origin}/micro-credentials/riverside/${slug}`);
      const plain = await page.innerText('main');
      await silent.close();
      return [
        {
          says: '0 kB of JavaScript',
          held: scripted.length === 0,
          detail: `${seen.length} visits, ${scripted.length} with a script`,
        },
        {
          says: 'what was timed is a part of the content',
          held: elsewhere.length === 0,
          detail: `${seen.length} visits, ${elsewhere.length} of something else`,
        },
        { says: 'the page says the same without JavaScript', held: plain.includes(micro), detail: `${plain.length} characters` },
      ];
    },
    async close() {
      await Promise.all([browser.close(), cairn.end(), bare.end()]);
    },
  };
}
