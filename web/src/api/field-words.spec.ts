import { common } from '../i18n/en/common';
import { fieldWords } from './field-words';

const { fields: words } = common.errors;
const said = (field: string, code: string, detail: string) => fieldWords({ field, code, detail }, words);

describe('what is wrong with a field', () => {
  it('is told without the name that the program has for it', () => {
    expect(said('accreditation.[0].body', 'minLength', 'body must be longer than or equal to 1 characters')).toBe(words.empty);
    expect(said('password', 'minLength', 'password must be longer than or equal to 12 characters')).toBe(words.tooShort(12));
    expect(said('title', 'maxLength', 'title must be shorter than or equal to 200 characters')).toBe(words.tooLong(200));
    expect(said('seats', 'min', 'seats must not be less than 1')).toBe(words.least(1));
    expect(said('seats', 'max', 'seats must not be greater than 9000')).toBe(words.most(9_000));
    expect(said('website', 'isUrl', 'website must be a URL address')).toBe(words.address);
    expect(said('dueAt', 'isDateString', 'dueAt must be a valid ISO 8601 date string')).toBe(words.moment);
    expect(said('dueAt', 'isReadableDate', 'dueAt must be a date')).toBe(words.moment);
    expect(said('email', 'isEmail', 'email must be an email')).toBe(words.email);
    expect(said('skills', 'maxLength', 'each value in skills must be shorter than or equal to 80 characters')).toBe(
      words.tooLong(80),
    );
    expect(said('zone', 'isTimeZone', 'zone must be a valid IANA time-zone')).toBe(words.other);
  });

  it('is told in the words of the server where it has some', () => {
    expect(said('email', 'taken', 'Somebody else has this address.')).toBe('Somebody else has this address.');
  });
});
