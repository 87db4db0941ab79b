import { describe, expect, it } from '@jest/globals';
import { appended, chosenIn, noteOf, notesOf, ratingsOf, withNote } from './notes';

const criterion = (id: string) => ({ id, title: id, description: '', mustPassPoints: null, ratings: [] });
const rubric = { passPoints: 1, criteria: [criterion('claim'), criterion('evidence'), criterion('form')] };

describe('An assessor’s notes', () => {
  it('come back from the server as they went', () => {
    const ratings = [
      { criterionId: 'claim', ratingId: 'fully', comment: '' },
      { criterionId: 'evidence', ratingId: '', comment: 'Whose?' },
    ];
    expect(ratingsOf(notesOf({ ratings, feedback: 'Good.' }), rubric)).toEqual(ratings);
    expect(notesOf(null)).toEqual({ criteria: {}, feedback: '' });
  });

  it('go in the order of the rubric, without what says nothing', () => {
    const noted = withNote(
      withNote(withNote(notesOf(null), 'form', { ratingId: 'ok' }), 'claim', { ratingId: 'no' }),
      'evidence',
      {
        comment: ' ',
      },
    );
    expect(ratingsOf(noted, rubric).map(({ criterionId }) => criterionId)).toEqual(['claim', 'form']);
    expect(chosenIn(noted)).toMatchObject({ claim: 'no', form: 'ok' });
  });

  it('keep a comment when the rating changes', () => {
    const noted = withNote(withNote(notesOf(null), 'claim', { comment: 'Short.' }), 'claim', { ratingId: 'fully' });
    expect(noteOf(noted, 'claim')).toEqual({ ratingId: 'fully', comment: 'Short.' });
  });
});

describe('A kept text', () => {
  it('is put behind what was written', () => {
    expect([appended('', 'Start at zero.'), appended('Good.\n', 'Start at zero.')]).toEqual([
      'Start at zero.',
      'Good.\n\nStart at zero.',
    ]);
  });
});
