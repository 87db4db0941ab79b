import { previewAttempt, previewPlace, readPreviewPlace, STANDINGS } from './preview-place';

const MICRO_CREDENTIAL = '0198c5f0-0000-7000-8000-000000000001';
const QUIZ = '0198c5f0-0000-7000-8000-000000000002';

describe('the place of a preview', () => {
  it('says who stands where, and at which quiz', () => {
    for (const standing of STANDINGS) {
      const place = { standing, microCredentialId: MICRO_CREDENTIAL, activityId: null };
      expect(readPreviewPlace(previewPlace(standing, MICRO_CREDENTIAL))).toEqual(place);
      expect(readPreviewPlace(previewAttempt(place, QUIZ))).toEqual({ ...place, activityId: QUIZ });
    }
  });

  it('is never taken for one that somebody holds', () => {
    for (const id of [undefined, '', QUIZ, `preview-${QUIZ}`, `preview-old-${QUIZ}`, 'preview-new-1'])
      expect(readPreviewPlace(id)).toBeNull();
  });
});
