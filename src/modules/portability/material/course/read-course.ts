import { mediaTypeOf } from '../media-types.js';
import type { PackageActivity, PackageAsset, PackageCourse, PackageTexts } from '../package.js';
import { convertPage } from '../page/convert-page.js';
import { exactPage } from '../page/exact-page.js';
import { findTargets, type CoursePaths } from '../page/page-links.js';
import { parseMarkdown, wordsOf } from '../page/markdown.js';
import { quizFromChallenges } from '../quiz/quiz-from-challenges.js';
import { noteIn, type Note, type Report } from '../report.js';
import { readAttribution } from './attribution.js';
import { type ExactHead, readExactHead } from './exact-head.js';
import { readCourseConfig, type CourseConfig } from './course-config.js';
import { listPages, type ListedFile } from './list-pages.js';
import { readPageHead, type PageHead } from './page-head.js';
import { withoutRepeatedTitle, withSharedAddresses } from './page-text.js';
import { readFileActivity } from './read-file.js';
import { readQuizFile } from './read-quiz.js';
import { readVideoFile } from './read-video.js';
import { say } from '../remarks.js';

const OFFERED_FOLDERS = /^(?:episodes\/)?(?:data|files|fig)\//;

/**
 * Reads a folder with a config.yaml as a course; `null` if that cannot be read.
 * @param root the folder's path, empty or ending in `/`
 */
export function readCourse(root: string, key: string, source: PackageTexts, report: Report): PackageCourse | null {
  const configFile = `${root}config.yaml`;
  const note = noteIn(report, configFile);
  const config = readCourseConfig(source.texts.get(configFile) ?? '', note);
  if (!config) return null;
  const reader = new CourseReader(root, config, source, report);
  const activities = listPages(root, config, source, note)
    .filter((file) => reader.open(file))
    .flatMap((file) => reader.read(file));
  reader.noteStaffFolders();
  return {
    key,
    title: config.title,
    summary: config.summary || firstParagraph(source.texts.get(`${root}index.md`) ?? ''),
    language: config.language,
    attribution: readAttribution(config, source.texts.get(`${root}AUTHORS`) ?? null, reader.changes(), note),
    activities,
    assets: reader.assets(),
  };
}

class CourseReader {
  private readonly heads = new Map<string, PageHead>();
  private readonly exactHeads = new Map<string, ExactHead>();
  private readonly keys = new Map<string, string>();
  private readonly used = new Set<string>();
  private readonly named = new Set<string>();
  private readonly links: CoursePaths;
  private readonly before: number;

  constructor(
    private readonly root: string,
    private readonly config: CourseConfig,
    private readonly source: PackageTexts,
    private readonly report: Report,
  ) {
    this.links = { root, paths: new Set(source.paths), activities: this.keys };
    this.before = report.lines.length;
  }

  /** First pass: which files become activities. Links between pages need to know all of them. */
  open(file: ListedFile): boolean {
    const text = this.source.texts.get(file.path);
    if (text === undefined) return false;
    if (file.kind === 'page' && this.config.pages === 'exact') {
      const head = readExactHead(text, this.findFile, noteIn(this.report, file.path));
      if (!head) return false;
      this.exactHeads.set(file.path, head);
    } else if (file.kind === 'page') {
      const head = readPageHead(text, this.config.format, file.role, this.config.title, noteIn(this.report, file.path));
      if (!head) return false;
      this.heads.set(file.path, head);
    }
    this.keys.set(file.path, file.key);
    return true;
  }

  /** Second pass: the activities themselves. */
  read(file: ListedFile): PackageActivity[] {
    const note = noteIn(this.report, file.path);
    const text = this.source.texts.get(file.path) ?? '';
    const head = this.heads.get(file.path);
    if (head) return this.readPage(file, head, note);
    const exact = this.exactHeads.get(file.path);
    if (exact) return [this.readExactPage(file, exact, note)];
    const other = this.readOther(file, text, note);
    return other ? [other] : [];
  }

  private readOther({ kind, key }: ListedFile, text: string, note: Note): PackageActivity | null {
    if (kind === 'quiz') return readQuizFile(text, key, note);
    if (kind === 'video') return readVideoFile(text, key, note);
    const activity = readFileActivity(text, key, this.findFile, note);
    if (activity?.body.kind === 'file' && activity.body.path !== null) this.named.add(activity.body.path);
    return activity;
  }

  /** A file that the course names by itself: any kind of file may be offered so. */
  private readonly findFile = (written: string): string | null => {
    const path = `${this.root}episodes/${written}`;
    return this.links.paths.has(path) ? path : null;
  };

  private readExactPage(file: ListedFile, head: ExactHead, note: Note): PackageActivity {
    const noteBody: Note = (code, line, ...said) => note(code, line === null ? null : line + head.linesBefore, ...said);
    const { markdown, assets } = exactPage(head.body, head.files, findTargets(file.path, this.links), noteBody);
    for (const path of Object.values(assets)) this.used.add(path);
    for (const path of Object.values(head.files)) this.named.add(path);
    const { title, minutes, required, staffNotes, objectives } = head;
    return { key: file.key, title, minutes, required, staffNotes, body: { kind: 'page', markdown, assets, objectives } };
  }

  private readPage(file: ListedFile, head: PageHead, note: Note): PackageActivity[] {
    const noteBody: Note = (code, line, ...said) => note(code, line === null ? null : line + head.linesBefore, ...said);
    const text = withSharedAddresses(head.body, this.source.texts.get(`${this.root}links.md`) ?? '');
    const page = convertPage(text, findTargets(file.path, this.links), noteBody);
    for (const path of Object.values(page.assets)) this.used.add(path);
    const { title, minutes, required } = head;
    const staffNotes = [head.staffNotes, page.staffNotes].filter((notes) => notes !== '').join('\n\n');
    const body = {
      kind: 'page' as const,
      markdown: withoutRepeatedTitle(page.markdown, title),
      assets: page.assets,
      objectives: page.objectives,
    };
    const activity: PackageActivity = { key: file.key, title, minutes, required, body, staffNotes };
    const quiz = this.config.format === 'lesson' ? quizFromChallenges(page.challenges, noteBody) : null;
    if (!quiz) return [activity];
    note('quiz-made', null, ...say('questions', { questions: quiz.pools.flatMap((pool) => pool.questions).length }));
    return [
      activity,
      {
        key: `${file.key}-quiz`,
        title: `Quiz: ${title}`,
        minutes: 0,
        required: false,
        body: { kind: 'quiz', quiz },
        staffNotes: '',
      },
    ];
  }

  /** Files that pages use, and all that lie in the folders for data and figures. */
  assets(): PackageAsset[] {
    const offered = this.source.paths.filter(
      (path) => path.startsWith(this.root) && OFFERED_FOLDERS.test(path.slice(this.root.length)),
    );
    return [...new Set([...offered, ...this.used, ...this.named])].toSorted().flatMap((path) => {
      const mediaType = mediaTypeOf(path) ?? (this.named.has(path) ? 'application/octet-stream' : null);
      if (mediaType === null) this.report.add('file-left-out', path, null, ...say('kind-not-offered'));
      return mediaType === null ? [] : [{ path, mediaType }];
    });
  }

  /** Reports pages for staff and for planning, which a lesson keeps in folders of their own. */
  noteStaffFolders(): void {
    if (this.config.format !== 'lesson') return;
    for (const path of this.source.paths) {
      if (path.startsWith(`${this.root}instructors/`))
        this.report.add('instructor-page-left-out', path, null, ...say('not-for-learners'));
      if (path.startsWith(`${this.root}profiles/`)) this.report.add('profile-left-out', path, null, ...say('not-for-learners'));
    }
  }

  /** One sentence on what reading has changed, for the attribution. */
  changes(): string {
    if (this.config.format === 'cairn') return '';
    const codes = new Set(this.report.lines.slice(this.before).map((line) => line.code));
    const parts = [
      'Converted to pages of Cairn',
      ...(codes.has('break-left-out') ? ['pauses left out'] : []),
      ...(codes.has('staff-note') || codes.has('instructor-page-left-out') ? ['notes for instructors set apart'] : []),
      ...(codes.has('quiz-made') ? ['some challenges repeated as quizzes'] : []),
      ...(codes.has('picture-missing') ? ['some pictures missing'] : []),
    ];
    return `${parts.join('; ')}.`;
  }
}

function firstParagraph(page: string): string {
  const paragraph = parseMarkdown(page.replace(/^---[\s\S]*?\n---/, '')).children.find((node) => node.type === 'paragraph');
  return paragraph ? wordsOf(paragraph).replaceAll(/\s+/g, ' ') : '';
}
