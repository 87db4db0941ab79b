import type { Activity } from '../../../catalog/index.js';
import { renameAddresses } from '../page/activity-addresses.js';
import { filesOnPage } from '../page/exact-page.js';
import { findTargets } from '../page/page-links.js';
import type { CoursePlaces } from './place-course.js';
import { toYaml } from './to-yaml.js';

type Page = Extract<Activity['body'], { kind: 'page' }>;

const ACTIVITY = /^activity:(.+)$/;

/** A page with its front matter, as `exact` pages are read. Links to other activities become names of their files. */
export function writePage({ id, title, minutes, required, body }: Activity & { body: Page }, places: CoursePlaces): string {
  const markdown = renameAddresses(body.markdown, (address) => places.activities.get(ACTIVITY.exec(address)?.[1] ?? '') ?? null);
  const files = filesToState(body, markdown, places.activities.get(id) ?? '', places);
  const head = {
    title,
    minutes,
    ...(required ? {} : { required }),
    ...(body.objectives.length > 0 ? { objectives: body.objectives } : {}),
    ...(files.length > 0 ? { files } : {}),
  };
  return `---\n${toYaml(head)}---\n\n${markdown}\n`;
}

/** Those of the page's files that would not be found by reading it. */
function filesToState({ assets }: Page, markdown: string, name: string, { files }: CoursePlaces): { as: string; file: string }[] {
  const there = Object.entries(assets).flatMap(([as, fileId]) => {
    const file = files.get(fileId);
    return file === undefined ? [] : [{ as, file }];
  });
  if (there.length === 0) return [];
  const paths = new Set([...files.values()].map((path) => `episodes/${path}`));
  const found = filesOnPage(
    markdown,
    findTargets(`episodes/${name}`, { root: '', paths, activities: new Map() }),
    () => undefined,
  );
  return there.filter(({ as, file }) => !Object.hasOwn(found, as) || found[as] !== `episodes/${file}`);
}
