import type { Actor } from '../../../platform/http/access.js';
import { presentFile } from '../../../platform/storage/present-file.js';
import { renderText } from '../../catalog/index.js';
import type { ShownProject } from '../use-cases/read-project.js';
import type { SavedDraft } from '../use-cases/save-draft.js';
import { presentAttempt } from './present-attempt.js';
import type { ProjectView, SubmissionDraftView } from './project.dto.js';

export function presentProject(state: ShownProject, actor: Actor): ProjectView {
  const { enrollment, edition, unlock, attempts, attemptsLeft } = state;
  const { title, brief, minutes, accepts } = edition.content.project;
  return {
    title,
    briefHtml: renderText(brief),
    minutes,
    accepts,
    rubric: edition.content.rubric,
    state: unlock.state,
    lockedBecause: unlock.words,
    dueAt: enrollment.projectDueAt?.toISOString() ?? null,
    attemptsLeft,
    draft: enrollment.personId === actor.personId ? presentOwnDraft(state) : null,
    attempts: attempts.map((record) => presentAttempt(record, actor)),
  };
}

function presentOwnDraft({ draft, draftFiles }: ShownProject): SubmissionDraftView {
  if (!draft) return { text: '', links: [], files: [], savedAt: null, version: 0 };
  return presentDraft({ submission: draft, files: draftFiles });
}

export function presentDraft({ submission, files }: SavedDraft): SubmissionDraftView {
  const { draft, updatedAt, revision } = submission;
  return {
    text: draft.text,
    links: draft.links,
    files: files.map(presentFile),
    savedAt: updatedAt.toISOString(),
    version: revision,
  };
}
