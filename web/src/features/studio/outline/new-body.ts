import type { View } from '../../../api/client';
import type { ActivitySummary } from '../queries';

export type Kind = ActivitySummary['kind'];
type Body = View<'AddActivityDto'>['body'];

/** What an activity begins with; a video's address and a file are asked when it is added. */
export function newBody(kind: Kind, { url, fileId }: { url: string; fileId: string }): Body {
  switch (kind) {
    case 'page':
      return { kind, markdown: '', assets: {}, objectives: [] };
    case 'video':
      return { kind, url, transcript: '' };
    case 'file':
      return { kind, fileId, description: '' };
    case 'quiz':
      return {
        kind,
        quiz: {
          introduction: '',
          passMark: 0.8,
          attemptLimit: null,
          timeLimitSeconds: null,
          shuffleQuestions: false,
          reveal: 'after-attempt',
          pools: [],
        },
      };
  }
}
