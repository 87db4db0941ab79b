import type { Actor } from '../../../platform/http/access.js';
import type { KeptComment, NamedComment } from '../data/kept-comments.repository.js';
import { scopeOf } from '../domain/kept-comment.js';
import type { KeptCommentView } from './comment-bank.dto.js';

export function presentKeptComment(comment: KeptComment | NamedComment, actor: Actor): KeptCommentView {
  const { id, text, criterionId, shared, uses, version } = comment;
  const own = comment.personId === actor.personId;
  const authorName = own || !('authorName' in comment) ? null : comment.authorName;
  return { id, text, scope: scopeOf(comment), criterionId, shared, own, authorName, uses, version };
}
