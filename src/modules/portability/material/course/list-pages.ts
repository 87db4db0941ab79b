import type { PackageTexts } from '../package.js';
import type { Note } from '../report.js';
import type { CourseConfig } from './course-config.js';
import { say } from '../remarks.js';

export interface ListedFile {
  path: string;
  /** Key of the activity it becomes. */
  key: string;
  role: 'episode' | 'aside';
  kind: 'page' | 'quiz' | 'video' | 'file';
}

const KINDS = [
  ['.quiz.yaml', 'quiz'],
  ['.video.yaml', 'video'],
  ['.file.yaml', 'file'],
  ['.md', 'page'],
] as const;

/**
 * The files of a course that become activities, in the order learners meet them: the lesson's front page and its set-up first,
 * then the episodes, then the other pages beside them. `note` speaks of config.yaml.
 */
export function listPages(root: string, config: CourseConfig, { paths }: PackageTexts, note: Note): ListedFile[] {
  const episodes = pick(`${root}episodes/`, config.episodes, paths, note).map((path) => asListed(path, 'episode', note));
  const asides =
    config.format === 'lesson'
      ? pick(`${root}learners/`, config.learners, paths, note)
          .filter((path) => path.endsWith('.md'))
          .map((path) => asListed(path, 'aside', note))
      : [];
  const front =
    config.format === 'lesson' && paths.includes(`${root}index.md`) ? [asListed(`${root}index.md`, 'aside', note)] : [];
  const [setup, others] = [asides.filter(isSetup), asides.filter((file) => !isSetup(file))];
  return withUniqueKeys(
    [...front, ...setup, ...episodes, ...others].flatMap((file) => file ?? []),
    note,
  );
}

function isSetup(file: ListedFile | null): boolean {
  return file?.path.endsWith('/setup.md') ?? false;
}

/** The files that config.yaml names, or all that could be pages; those that are one but not the other are noted. */
function pick(folder: string, names: string[] | null, paths: readonly string[], note: Note): string[] {
  const there = paths.filter((path) => path.startsWith(folder) && !path.slice(folder.length).includes('/') && kindOf(path));
  if (names === null) return there.toSorted();
  for (const path of there) if (!names.includes(path.slice(folder.length))) note('episode-not-listed', null, path);
  return names.flatMap((name) => {
    if (paths.includes(folder + name)) return [folder + name];
    note('episode-missing', null, folder + name);
    return [];
  });
}

function asListed(path: string, role: ListedFile['role'], note: Note): ListedFile | null {
  const [ending, kind] = kindOf(path) ?? [];
  if (!ending || !kind) {
    note('episode-kind-unknown', null, path);
    return null;
  }
  const key = path.slice(path.lastIndexOf('/') + 1, -ending.length).replaceAll(/[^\w.-]+/g, '-');
  return { path, key, role, kind };
}

function kindOf(path: string): (typeof KINDS)[number] | undefined {
  return KINDS.find(([ending]) => path.endsWith(ending));
}

/** Two files of one name in different folders (`episodes/setup.md`, `learners/setup.md`) are told apart by the role of the second. */
function withUniqueKeys(files: readonly ListedFile[], note: Note): ListedFile[] {
  const taken = new Set<string>();
  return files.flatMap((file) => {
    const key = taken.has(file.key) ? `${file.role}-${file.key}` : file.key;
    if (taken.has(key)) {
      note('key-repeated', null, ...say('key-of-another', { path: file.path, key }));
      return [];
    }
    taken.add(key);
    return [{ ...file, key }];
  });
}
