import { inBankOrder, type KeptComment } from './bank-order';

const comment = (text: string, criterionId: string | null): KeptComment => ({
  id: text,
  text,
  scope: criterionId === null ? 'micro_credential' : 'criterion',
  criterionId,
  shared: false,
  own: true,
  authorName: null,
  uses: 0,
  version: 1,
});

describe('inBankOrder', () => {
  const all = [comment('a chart', 'charts'), comment('all', null), comment('a source', 'sources'), comment('more', null)];
  const texts = (criterionId: string | null) => inBankOrder(all, criterionId).map(({ text }) => text);

  it('begins with the criterion that is written about', () => {
    expect(texts('sources')).toEqual(['a source', 'all', 'more', 'a chart']);
  });

  it('begins with what is for the whole work where no criterion is meant', () => {
    expect(texts(null)).toEqual(['all', 'more', 'a chart', 'a source']);
  });
});
