/** Where a kept comment is offered: at one criterion of the micro-credential, anywhere in it, or in all grading of its author. */
export type CommentScope = 'criterion' | 'micro_credential' | 'everywhere';
export const COMMENT_SCOPES = ['criterion', 'micro_credential', 'everywhere'] as const satisfies CommentScope[];

/** The most that one assessor keeps. */
export const MOST_KEPT = 1_000;

export interface CommentPlace {
  microCredentialId: string | null;
  criterionId: string | null;
}

export type CommentFault = 'criterion_missing' | 'criterion_unknown' | 'shared_everywhere' | 'empty';

export interface CommentWish {
  text: string;
  scope: CommentScope;
  criterionId: string | null;
  shared: boolean;
}

/** What is wrong with a comment that somebody wants to keep, by the criteria of the rubric; `null`: nothing. */
export function commentFault(
  { text, scope, criterionId, shared }: CommentWish,
  criteria: readonly { id: string }[],
): CommentFault | null {
  if (text.trim() === '') return 'empty';
  if (scope === 'criterion' && criterionId === null) return 'criterion_missing';
  if (scope === 'criterion' && !criteria.some(({ id }) => id === criterionId)) return 'criterion_unknown';
  // With whom it would be shared is decided by what they assess together.
  if (scope === 'everywhere' && shared) return 'shared_everywhere';
  return null;
}

export function placeOf({ scope, criterionId }: CommentWish, microCredentialId: string): CommentPlace {
  return {
    microCredentialId: scope === 'everywhere' ? null : microCredentialId,
    criterionId: scope === 'criterion' ? criterionId : null,
  };
}

export function scopeOf({ microCredentialId, criterionId }: CommentPlace): CommentScope {
  if (microCredentialId === null) return 'everywhere';
  return criterionId === null ? 'micro_credential' : 'criterion';
}
