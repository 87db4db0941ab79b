// What each role waits for on the first screen of the application, with nothing in the browser's cache.
import { bundleKilobytes } from '../../scripts/first-load.mjs';
import { LINE_IN_WORDS, openBrowser, visits } from '../harness/browser.mjs';
import { openDemoWorld } from '../harness/demo-world.mjs';
import { spread } from '../harness/measure.mjs';

export const title = `first screen of each role until the largest part is there; ${LINE_IN_WORDS}`;
/** One operation is one visit. */
export const unit = 'ms';
export const roundsMs = 180_000;

/** Who plays the role, where they come to first, and what stands there. */
const SCREENS = {
  learner: { person: 'amara', path: '/app/', heading: 'My learning' },
  instructor: { person: 'ines', path: '/app/studio', heading: 'Studio' },
  assessor: { person: 'ada', path: '/app/grading', heading: 'Grading' },
  office: { person: 'olga', path: '/app/offerings', heading: 'Offerings' },
};
const ROLES = Object.keys(SCREENS);

export const ratios = ROLES.map((role) => [role, 'shell']);

export const goals = [
  {
    says: 'LCP ≤ 2,500 ms, the slowest of them',
    atMost: 2_500,
    value: (results) => Math.max(...ROLES.map((role) => 1_000 / results.rate(role).median)),
  },
  { says: '≤ 170 kB of JavaScript as gzip, the largest of them', atMost: 170, value: (_results, { packed }) => packed },
];

export async function open(world) {
  const browser = await openBrowser();
  const cairn = await openDemoWorld(world, 'cairn_bench_app');
  const seen = [];
  const visit = async (name, { person, path, heading }) =>
    visits({
      browser,
      url: cairn.origin + path,
      heading,
      cookie: await cairn.signIn(person),
      onVisit: (visited) => seen.push({ name, ...visited }),
    });
  const contestants = {
    shell: await visit('shell', { ...SCREENS.learner, path: '/app/no/such/screen', heading: 'Nothing here' }),
  };
  for (const role of ROLES) contestants[role] = await visit(role, SCREENS[role]);
  return {
    contestants,
    words: { shell: 'the same shell, without a screen and its data' },
    facts() {
      const median = (role, what) => spread(seen.filter(({ name }) => name === role).map((visited) => visited[what])).median;
      const packed = bundleKilobytes();
      const words = ROLES.map((role) => {
        const sent = `${(median(role, 'scripts') / 1_000).toFixed(1)} kB of JavaScript sent, ${(median(role, 'needed') / 1_000).toFixed(1)} kB in all`;
        const { largest } = seen.findLast(({ name }) => name === role);
        return `${role}: bundle ${packed[role].toFixed(1)} kB as gzip, ${sent}, ${median(role, 'requests')} requests; <${largest.element}>`;
      });
      return { packed: Math.max(...Object.values(packed)), words };
    },
    async check() {
      const elsewhere = seen.filter(({ largest }) => !largest.isContent);
      const wrong = seen.filter(({ name, heading }) => name !== 'shell' && heading !== SCREENS[name].heading);
      return [
        {
          says: 'what was timed is a part of the screen',
          held: elsewhere.length === 0,
          detail: `${seen.length} visits, ${elsewhere.length} of something else`,
        },
        {
          says: 'the screen is the one of the role',
          held: wrong.length === 0,
          detail: `${seen.length} visits, ${wrong.length} others`,
        },
      ];
    },
    async close() {
      await Promise.all([browser.close(), cairn.end()]);
    },
  };
}
