import { describe, expect, it } from '@jest/globals';
import { COMMENT_SCOPES, commentFault, type CommentWish, placeOf, scopeOf } from './kept-comment.js';

const WISH: CommentWish = { text: 'Name the source.', scope: 'criterion', criterionId: 'sources', shared: true };
const CRITERIA = [{ id: 'sources' }, { id: 'charts' }];

describe('commentFault', () => {
  it.each<[Partial<CommentWish>, string | null]>([
    [{}, null],
    [{ text: ' \n' }, 'empty'],
    [{ criterionId: null }, 'criterion_missing'],
    [{ criterionId: 'elsewhere' }, 'criterion_unknown'],
    [{ scope: 'micro_credential', criterionId: 'elsewhere' }, null],
    [{ scope: 'everywhere', shared: false }, null],
    [{ scope: 'everywhere' }, 'shared_everywhere'],
  ])('of %j is %s', (changes, fault) => {
    expect(commentFault({ ...WISH, ...changes }, CRITERIA)).toBe(fault);
  });
});

describe('placeOf', () => {
  it.each(COMMENT_SCOPES)('keeps the scope %s, which scopeOf reads again', (scope) => {
    expect(scopeOf(placeOf({ ...WISH, scope }, 'a micro-credential'))).toBe(scope);
  });
});
