import { common } from '../../../i18n/en/common';
import { studio } from '../../../i18n/en/studio';
import { formatFor } from '../../../i18n/format-for';
import { fieldWords, valueWords } from './value-words';

const words = { studio, common, format: formatFor('en', 'UTC') };

describe('a value of an edition in words', () => {
  it('says numbers in their unit', () => {
    expect(valueWords('passMark', '0.29', words)).toBe('29%');
    expect(valueWords('minutes', '90', words)).toBe('1 hr 30 min');
    expect(valueWords('timeLimitSeconds', '1800', words)).toBe('30 min');
    expect(valueWords('workload.hours', '12.5', words)).toBe('12.5');
  });

  it('says codes by their names, and that there is none', () => {
    expect(valueWords('deliveryMode', 'blended', words)).toBe(studio.deliveryModes.blended);
    expect(valueWords('required', 'true', words)).toBe(common.yes);
    expect(valueWords('attemptLimit', null, words)).toBe(common.none);
    expect(valueWords('badgeImageFileId', '0198c5f0-0000-7000-8000-000000000001', words)).toBe(studio.editions.aFile);
  });

  it('names fields by their path or its end, and any other as it is', () => {
    expect(fieldWords('workload.hours', words)).toBe(studio.editions.fields['workload.hours']);
    expect(fieldWords('summary', words)).toBe(studio.fields.summary);
    expect(fieldWords('attribution.licence', words)).toBe(studio.editions.fields.licence);
    expect(fieldWords('later.thing', words)).toBe('later.thing');
  });
});
