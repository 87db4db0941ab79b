import { Problem } from '../../../platform/http/problem.js';
import { submissionUnfit } from '../problems.js';
import type { Workspace } from './load-workspace.js';

export const SUBMISSION = 'submission';

/** What files the project takes; refuses when it takes none. */
export function submissionFileTerms({ edition }: Workspace): { maxBytes: number; mediaTypes: string[] } {
  const { files, maxBytesPerFile, mediaTypes } = edition.content.project.accepts;
  if (!files) throw new Problem(submissionUnfit, { detail: 'This project takes no files.', facts: { reason: 'no_files' } });
  return { maxBytes: maxBytesPerFile, mediaTypes };
}
