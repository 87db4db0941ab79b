import type { Actor } from '../../../platform/http/access.js';
import { presentFile } from '../../../platform/storage/present-file.js';
import { renderText } from '../../catalog/index.js';
import type { ShownDraft } from '../data/submissions.repository.js';
import type { ShownProject } from '../use-cases/read-project.js';
import { presentAttempt } from './present-attempt.js';
import type { ProjectView, SubmissionDraftView } from './project.dto.js';

export function presentProject(state: ShownProject, actor: Actor): ProjectView {
  const { place, edition, unlock, draft, attempts, attemptsLeft } = state;
  const { title, brief, minutes, accepts } = edition.content.project;
  return {
    title,
    briefHtml: renderText(brief),
    minutes,
    accepts,
    rubric: edition.content.rubric,
    state: unlock.state,
    lockedBecause: unlock.words,
    dueAt: place.projectDueAt?.toISOString() ?? null,
    attemptsLeft,
    draft: place.personId === actor.personId ? (draft ? presentDraft(draft) : NO_DRAFT) : null,
    attempts: attempts.map((record) => presentAttempt(record, actor)),
  };
}

const NO_DRAFT: SubmissionDraftView = { text: '', links: [], files: [], savedAt: null, version: 0 };

export function presentDraft({ draft, updatedAt, revision, files }: ShownDraft): SubmissionDraftView {
  return {
    text: draft.text,
    links: draft.links,
    files: files.map(presentFile),
    savedAt: updatedAt.toISOString(),
    version: revision,
  };
}
