import { otherTypes, parseTypes } from './media-types';

describe('parseTypes', () => {
  it('takes types however they are parted, each once', () => {
    expect(parseTypes(' application/x-ipynb+json, text/csv;TEXT/CSV image/* ')).toEqual(['application/x-ipynb+json', 'text/csv']);
  });

  it('gives back what otherTypes shows', () => {
    const types = ['application/pdf', 'model/stl', 'text/csv'];
    expect(parseTypes(otherTypes(types).join(', '))).toEqual(['model/stl', 'text/csv']);
  });
});
