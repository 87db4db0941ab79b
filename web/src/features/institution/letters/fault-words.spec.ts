import { describe, expect, it } from '@jest/globals';
import { letters } from '../../../i18n/en/letters';
import { faultWords } from './fault-words';
import { LETTER_GROUPS } from './letter-groups';

const fault = (
  field: 'subject' | 'body',
  code: 'empty' | 'unknown_placeholder' | 'missing_placeholder' | 'unfit_link',
  ...names: string[]
) => ({
  field,
  code,
  names,
  detail: '',
});

describe('faultWords', () => {
  it('says at each field what is wrong with it, and nothing where nothing is', () => {
    const faults = [
      fault('body', 'missing_placeholder', 'link'),
      fault('body', 'unfit_link', 'http://x.example'),
      fault('subject', 'empty'),
    ];
    expect(faultWords(faults, 'body', ['link'], letters.faults)).toBe(
      'The letter is of no use without {{link}}. http://x.example cannot be linked to. Use an address that begins with https:// or mailto:, or {{link}}.',
    );
    expect(faultWords(faults, 'subject', ['link'], letters.faults)).toBe('Write a subject.');
    expect(faultWords([], 'subject', ['link'], letters.faults)).toBeUndefined();
  });

  it('names what there is instead of what there is not', () => {
    expect(faultWords([fault('body', 'unknown_placeholder', 'learner')], 'body', ['link', 'code'], letters.faults)).toBe(
      '{{learner}} stands for nothing here. There is {{link}}, {{code}}.',
    );
  });
});

describe('LETTER_GROUPS', () => {
  it('shows every letter once', () => {
    expect(Object.values(LETTER_GROUPS).flat().toSorted()).toEqual(Object.keys(letters.items).toSorted());
  });
});
