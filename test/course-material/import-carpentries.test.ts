import { beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { renderPage, type RenderedPage } from '../../src/modules/catalog/markdown/render-page.js';
import { loadPackage, readPackageFolder } from '../../src/modules/portability/archive/read-package.js';
import type {
  CoursePackage,
  PackageActivity,
  PackageCourse,
  PackagePage,
} from '../../src/modules/portability/material/package.js';
import { courseMaterial, LESSONS } from '../support/course-material.js';

type Lesson = keyof typeof LESSONS;

/** Counted by hand in the lessons: episodes that are no pauses, their minutes, all challenges. */
const EXPECTED: [Lesson, { pages: number; teaching: number; exercises: number; challenges: number; questions: number }][] = [
  ['shell-novice', { pages: 7, teaching: 185, exercises: 85, challenges: 41, questions: 13 }],
  ['git-novice', { pages: 14, teaching: 187, exercises: 5, challenges: 38, questions: 3 }],
  ['python-novice-gapminder', { pages: 17, teaching: 190, exercises: 185, challenges: 83, questions: 1 }],
];
const PAUSES = ['05-coffee.md', '10-lunch.md', '15-coffee.md'];
const BLOCKS = [
  'challenge',
  'solution',
  'objectives',
  'questions',
  'keypoints',
  'callout',
  'prereq',
  'discussion',
  'spoiler',
  'hint',
];

let folder = '';
let read: CoursePackage;
beforeAll(async () => {
  folder = courseMaterial();
  const result = await readPackageFolder(folder);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  read = await loadPackage(result.files);
});

function course(lesson: Lesson): PackageCourse {
  const found = read.courses.find(({ key }) => key === lesson);
  if (!found) throw new Error(`${lesson} was not read`);
  return found;
}

function pages(lesson: Lesson): (PackageActivity & { body: PackagePage })[] {
  return course(lesson).activities.flatMap((activity) =>
    activity.body.kind === 'page' ? [{ ...activity, body: activity.body }] : [],
  );
}

function episodes(lesson: Lesson): (PackageActivity & { body: PackagePage })[] {
  return pages(lesson).filter(({ required }) => required);
}

function sources(lesson: Lesson): Map<string, string> {
  const names = readdirSync(`${folder}/${lesson}/episodes`).filter((name) => name.endsWith('.md') && !PAUSES.includes(name));
  return new Map(
    names.map((name) => [
      name.replace('.md', ''),
      readFileSync(`${folder}/${lesson}/episodes/${name}`, 'utf8').replaceAll('\r\n', '\n'),
    ]),
  );
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

const rendered = new Map<PackagePage, RenderedPage>();

function render({ body }: { body: PackagePage }): RenderedPage {
  const page =
    rendered.get(body) ??
    renderPage(body.markdown, { asset: (path) => fileOf(body, path), link: (path) => `/learn/${path.replace('activity:', '')}` });
  rendered.set(body, page);
  return page;
}

function fileOf(body: PackagePage, path: string): string | null {
  const file = body.assets[path];
  return file === undefined ? null : `/files/${file}`;
}

/** What a reader reads, code left out. */
function wordsOf(html: string): string {
  return html.replaceAll(/<(pre|code|annotation)\b[\s\S]*?<\/\1>/g, '').replaceAll(/<[^>]*>/g, '');
}

describe('the three lessons', () => {
  it('are read without a fault that would keep them out', () => {
    expect(read.courses.map(({ key }) => key)).toEqual(['git-novice', 'python-novice-gapminder', 'shell-novice']);
    expect(read.report.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(read.microCredential).toBeNull();
  });

  it('name their authors, licence, source and changes', () => {
    for (const { attribution } of read.courses) {
      expect(attribution).toMatchObject({ licence: 'CC BY 4.0', licenceUrl: 'https://creativecommons.org/licenses/by/4.0/' });
      expect(attribution?.authors).toMatch(/^The Carpentries \(Software Carpentry\): .+, .+/);
      expect(attribution?.sourceUrl).toMatch(/^https:\/\/github\.com\/swcarpentry\//);
      expect(attribution?.changes).toMatch(/^Converted/);
    }
  });
});

describe.each(EXPECTED)('%s', (lesson, expected) => {
  it('becomes a page for every episode, in their order, with the stated minutes', () => {
    expect(episodes(lesson).map(({ key }) => key)).toEqual([...sources(lesson).keys()]);
    expect(episodes(lesson)).toHaveLength(expected.pages);
    const minutes = course(lesson).activities.reduce((sum, activity) => sum + activity.minutes, 0);
    expect(minutes).toBe(expected.teaching + expected.exercises);
    for (const { key, minutes: stated, title } of episodes(lesson)) {
      const source = sources(lesson).get(key) ?? '';
      expect(stated).toBe(Number(/^teaching: (\d+)/m.exec(source)?.[1]) + Number(/^exercises: (\d+)/m.exec(source)?.[1]));
      expect(title).toBe(/^title: '?(.+?)'?$/m.exec(source)?.[1]);
    }
  });

  it('keeps every block, as a count by another way shows', () => {
    let challenges = 0;
    for (const page of episodes(lesson)) {
      const source = sources(lesson).get(page.key) ?? '';
      const { html } = render(page);
      for (const block of BLOCKS) {
        const there = count(source, new RegExp(`^:{3,}\\s*${block}`, 'gm'));
        expect([page.key, block, count(page.body.markdown, new RegExp(`^:{3,}${block}`, 'gm'))]).toEqual([
          page.key,
          block,
          there,
        ]);
        expect([page.key, block, count(html, new RegExp(`class="block block-${block}"`, 'g'))]).toEqual([page.key, block, there]);
        if (block === 'challenge') challenges += there;
      }
      expect(page.staffNotes !== '').toBe(/^:{3,}\s*instructor/m.test(source));
    }
    expect(challenges).toBe(expected.challenges);
  });

  it('lists the objectives of each page', () => {
    for (const { key, body } of episodes(lesson)) {
      const block = /^:{3,}\s*objectives[ \t]*\n([\s\S]*?)^:{3,}[ \t]*$/m.exec(sources(lesson).get(key) ?? '')?.[1] ?? '';
      expect(body.objectives.length).toBeGreaterThan(0);
      expect(body.objectives).toHaveLength(count(block, /^- /gm));
    }
  });

  it('keeps every piece of code to the letter', () => {
    for (const { key, body, staffNotes } of episodes(lesson)) {
      for (const [code] of (sources(lesson).get(key) ?? '').matchAll(/^```[^\n]*\n[\s\S]*?^```$/gm)) {
        expect(body.markdown + staffNotes).toContain(code);
      }
    }
  });

  it('shows every page without a mark left over', () => {
    for (const page of pages(lesson)) {
      const words = wordsOf(render(page).html);
      expect([page.key, /:::|\]\(|\]\[|\{[.#:%]|&#x3C;\/?(?:p|img|table|kbd|br)\b/.exec(words)?.[0]]).toEqual([
        page.key,
        undefined,
      ]);
    }
  });

  it('has every picture, or says that it is missing', () => {
    const assets = new Set(course(lesson).assets.map(({ path }) => path));
    for (const page of pages(lesson)) {
      const reported = read.report.filter(
        ({ code, file }) => code === 'picture-missing' && file === `${lesson}/episodes/${page.key}.md`,
      );
      expect([page.key, render(page).missing]).toEqual([page.key, reported.map(({ detail }) => detail)]);
      for (const path of Object.values(page.body.assets)) expect(assets).toContain(path);
    }
  });

  it('has links only to places that exist', () => {
    const ids = new Map(
      pages(lesson).map((page) => [page.key, new Set([...render(page).html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))]),
    );
    for (const page of pages(lesson)) {
      for (const [, key = '', fragment] of render(page).html.matchAll(/href="(?:\/learn\/([^"#]+))?(?:#([^"]*))?"/g)) {
        const target = ids.get(key || page.key);
        expect([page.key, key, target !== undefined]).toEqual([page.key, key, true]);
        if (fragment) expect([page.key, fragment, target?.has(fragment)]).toEqual([page.key, fragment, true]);
      }
    }
  });

  it('offers its data files', () => {
    const files = readdirSync(`${folder}/${lesson}/episodes`, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /^(?:data|files|fig)\/.*\.\w+$/.test(path),
    );
    expect(course(lesson).assets.map(({ path }) => path)).toEqual(files.map((path) => `${lesson}/episodes/${path}`).toSorted());
  });

  it('repeats as optional quizzes only what has a stated answer', () => {
    const quizzes = course(lesson).activities.flatMap(({ body, required }) =>
      body.kind === 'quiz' ? [{ required, quiz: body.quiz }] : [],
    );
    const questions = quizzes.flatMap(({ quiz }) => quiz.pools.flatMap((pool) => pool.questions));
    expect(quizzes.every(({ required }) => !required)).toBe(true);
    expect(questions).toHaveLength(expected.questions);
    for (const question of questions) {
      if (question.type !== 'single' && question.type !== 'multiple') throw new Error(`unexpected ${question.type}`);
      expect(question.explanation).not.toBe('');
      expect(question.options.filter(({ correct }) => correct).length).toBeGreaterThan(0);
    }
  });
});
