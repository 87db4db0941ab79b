import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The lessons these tests are written against, at the commits whose numbers they know. */
export const LESSONS = {
  'shell-novice': 'f095fbcb',
  'git-novice': '3e9bb3c8',
  'python-novice-gapminder': '58eec486',
} as const;

/**
 * Folder with the lessons of Software Carpentry (CC BY 4.0), one folder each. They are not part of this repository.
 * Throws where they are absent: a test that passes without its material proves nothing.
 */
export function courseMaterial(): string {
  const folder = process.env['CAIRN_COURSE_DATA'] ?? fileURLToPath(new URL('../../../shared/data/carpentries', import.meta.url));
  const absent = Object.entries(LESSONS).filter(([name]) => !existsSync(`${folder}/${name}/config.yaml`));
  if (absent.length === 0) return folder;
  const wanted = absent.map(([name, commit]) => `https://github.com/swcarpentry/${name} at ${commit}`).join(', ');
  throw new Error(`These tests read real lessons. Put ${wanted} side by side into a folder and name it in CAIRN_COURSE_DATA.`);
}
