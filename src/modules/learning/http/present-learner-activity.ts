import { presentFile } from '../../../platform/storage/present-file.js';
import type { ActivityContent, ReadableActivity } from '../use-cases/read-activity.js';
import type { ActivityContentView, LearnerActivityView } from './learner-activity.dto.js';

export function presentLearnerActivity({ activity, course, content }: ReadableActivity): LearnerActivityView {
  return {
    id: activity.id,
    title: activity.title,
    minutes: activity.minutes,
    required: activity.required,
    courseId: course.id,
    courseTitle: course.title,
    language: course.language,
    attribution: course.attribution,
    content: presentContent(content),
  };
}

function presentContent(content: ActivityContent): ActivityContentView {
  switch (content.kind) {
    case 'page':
      return { kind: 'page', html: content.html, objectives: [...content.objectives] };
    case 'video':
      return { kind: 'video', embedUrl: content.embedUrl, transcript: content.transcript };
    case 'file':
      return { kind: 'file', file: presentFile(content.file), description: content.description };
    case 'quiz':
      return {
        kind: 'quiz',
        introductionHtml: content.introductionHtml,
        rules: content.rules,
        attempts: content.attempts.map(({ id, number, startedAt, submittedAt, result }) => ({
          id,
          number,
          startedAt: startedAt.toISOString(),
          submittedAt: submittedAt?.toISOString() ?? null,
          share: result?.share ?? null,
          passed: result?.passed ?? null,
        })),
        canStart: content.canStart,
      };
  }
}
