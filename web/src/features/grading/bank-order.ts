import type { View } from '../../api/client';

export type KeptComment = View<'KeptCommentView'>;

/** What is kept for the criterion first, then for all of the work, then for other criteria; within each as it came. */
export function inBankOrder(comments: readonly KeptComment[], criterionId: string | null): KeptComment[] {
  const rank = (comment: KeptComment) => {
    if (comment.criterionId === criterionId) return 0;
    return comment.criterionId === null ? 1 : 2;
  };
  return comments.toSorted((a, b) => rank(a) - rank(b));
}
