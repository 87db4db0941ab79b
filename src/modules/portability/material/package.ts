import type { Remark } from '../../../platform/remarks.js';
import type { Attribution, MicroCredentialDraft, Quiz } from '../../catalog/index.js';

/** What a folder or archive of course material holds, read but not yet stored. */
export interface CoursePackage {
  courses: PackageCourse[];
  /** `null` where the package is courses alone. */
  microCredential: PackageMicroCredential | null;
  /** What was refused, changed or left out. A package with an `error` must not be stored. */
  report: ReportLine[];
}

export interface PackageCourse {
  /** The folder's name; unique in the package. */
  key: string;
  title: string;
  summary: string;
  /** BCP 47. */
  language: string;
  attribution: Attribution | null;
  activities: PackageActivity[];
  /** Files the pages use or offer; paths are those of the package. */
  assets: PackageAsset[];
}

export interface PackageAsset {
  path: string;
  mediaType: string;
}

export interface PackageActivity {
  /** Unique in the course. A page links to another activity with `activity:<key>`. */
  key: string;
  title: string;
  minutes: number;
  required: boolean;
  body: PackagePage | PackageVideo | PackageFile | PackageQuiz;
  /** Markdown for those who teach, never shown to learners; empty where there is none. */
  staffNotes: string;
}

export interface PackagePage {
  kind: 'page';
  markdown: string;
  /** Path as written in the Markdown → path in the package. */
  assets: Record<string, string>;
  objectives: string[];
}

export interface PackageVideo {
  kind: 'video';
  url: string;
  transcript: string;
}

export interface PackageFile {
  kind: 'file';
  /** In the package; `null` where the package does not hold it, which is an error. */
  path: string | null;
  description: string;
}

export interface PackageQuiz {
  kind: 'quiz';
  quiz: Quiz;
}

/** The draft with names of the package where the stored one has ids; `sequence` names courses by their keys. */
export interface PackageMicroCredential extends Omit<MicroCredentialDraft, 'badgeImageFileId' | 'courseIds'> {
  /** Path in the package. */
  badgeImage: string | null;
  courseKeys: string[];
}

/** What reading starts from: every path of the package, and the content of those files that are text. */
export interface PackageTexts {
  paths: readonly string[];
  texts: ReadonlyMap<string, string>;
}

export type Severity = 'error' | 'warning' | 'info';

export interface ReportLine {
  severity: Severity;
  /** Path in the package; the package's own folder is the empty path. */
  file: string;
  /** From 1; `null` where the whole file is meant. */
  line: number | null;
  code: ReportCode;
  detail: string;
  /** What `detail` is made of, where it is a sentence of ours. */
  remark?: Remark;
}

/**
 * Every code a report may hold, how grave it is, and what it says. Stable: interfaces translate by them.
 *
 * | severity | consequence |
 * |---|---|
 * | error | the package is refused until its author has mended it |
 * | warning | something readers would miss; the package can be used |
 * | info | something was left out or changed on purpose |
 */
export const REPORT_CODES = {
  'no-course': ['error', 'The package holds no folder with a config.yaml.'],
  'course-folder-missing': ['error', 'A course that micro-credential.yaml names has no folder with a config.yaml.'],
  'episode-missing': ['error', 'A file that config.yaml lists among the episodes is not there.'],
  'episode-kind-unknown': ['error', 'An episode is neither *.md nor *.quiz.yaml nor *.video.yaml nor *.file.yaml.'],
  'key-repeated': ['error', 'Two activities or courses would have the same key.'],
  'file-missing': ['error', 'A field names a file that is not in the package.'],
  'file-empty': ['error', 'A file that the course offers is empty.'],
  'file-mismatched': ['error', 'A file that the course offers is not what the ending of its name says.'],
  'picture-unreadable': ['error', 'The picture of the badge cannot be read.'],
  'text-unreadable': ['error', 'A text file is not UTF-8, or is too large to be a page.'],
  'yaml-malformed': ['error', 'YAML, or the front matter of a page, cannot be read.'],
  'field-missing': ['error', 'A field that is needed is absent or empty.'],
  'field-unknown': ['error', 'A field has a name that means nothing here; often a slip of the pen.'],
  'field-malformed': ['error', 'A field holds another kind of value than it should, or one out of range.'],
  'course-unknown': ['error', 'The sequence names a course that the list of courses does not hold.'],
  'field-empty': ['warning', 'A field that has to be filled before publishing is empty.'],
  'picture-missing': ['warning', 'A page shows a picture that is not in the package; readers see a note with its alt text.'],
  'picture-elsewhere': ['warning', 'A page shows a picture from another site; readers see a note with its alt text.'],
  'picture-without-alt': ['warning', 'A picture has no text for those who cannot see it.'],
  'link-broken': ['warning', 'A link leads to nothing in the package; its words stay as text.'],
  'html-left-out': ['warning', 'A page holds HTML that pages cannot show; its words stay as text.'],
  'template-left-out': ['warning', 'A page holds a mark of a site generator (Liquid, kramdown), which was taken out.'],
  'fence-unmatched': ['warning', 'A block of a page is never closed, or a closing fence closes nothing.'],
  'block-unknown': ['warning', 'A block has a kind that is not known; its content is kept in a plain frame.'],
  'minutes-missing': ['warning', 'A page does not say how long it takes; it counts as 0 minutes.'],
  'licence-unknown': ['warning', 'The licence has no known address; readers see its name alone.'],
  'episode-not-listed': ['warning', 'A page lies among the episodes but config.yaml does not list it; it was left out.'],
  'break-left-out': ['info', 'An episode of 0 minutes (coffee, lunch) is a pause of a taught class and no activity.'],
  'page-empty': ['info', 'A page without content of its own was left out.'],
  'instructor-page-left-out': ['info', 'A page for those who teach was left out.'],
  'profile-left-out': ['info', 'The description of a typical learner was left out.'],
  'file-left-out': ['info', 'A file of a kind that pages cannot offer was left out.'],
  'field-ignored': ['info', 'A field that only the former site used was left out.'],
  'staff-note': ['info', 'A note to the instructor was left out of the page.'],
  'table-unfolded': ['info', 'A table whose cells hold whole blocks was turned into a sequence of cells under their headings.'],
  'quiz-made': ['info', 'Challenges with options and a stated answer were repeated as an optional quiz after the page.'],
  'quiz-answer-unclear': [
    'info',
    'A challenge with options was not made a quiz question, because its solution does not name the right one beyond doubt.',
  ],
  'quiz-needs-picture': ['info', 'A challenge was not made a quiz question, because it cannot be answered without its picture.'],
} as const satisfies Record<string, readonly [Severity, string]>;

export type ReportCode = keyof typeof REPORT_CODES;
