import type { Quiz } from './quiz.js';

/** What an activity can be. `external` packages (SCORM, H5P, …) are not offered. */
export type ActivityKind = 'page' | 'video' | 'file' | 'quiz';

/** A page written in Markdown; `assets` maps the paths used in the text to stored files. */
export interface PageBody {
  kind: 'page';
  markdown: string;
  /** Path as written in the Markdown (`fig/x.svg`) → stored file id. */
  assets: Record<string, string>;
  objectives: string[];
}

export interface VideoBody {
  kind: 'video';
  /** Address of the player on an allow-listed host. */
  url: string;
  transcript: string;
}

export interface FileBody {
  kind: 'file';
  fileId: string;
  description: string;
}

export interface QuizBody {
  kind: 'quiz';
  quiz: Quiz;
}

export type ActivityBody = PageBody | VideoBody | FileBody | QuizBody;

export interface Activity {
  id: string;
  title: string;
  /** Estimated learner minutes; 0 is allowed and carries no weight beside others. */
  minutes: number;
  /** An optional activity never holds a course back. */
  required: boolean;
  body: ActivityBody;
}
