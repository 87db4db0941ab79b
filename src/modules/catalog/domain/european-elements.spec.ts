import { describe, expect, it } from '@jest/globals';
import { missingElements } from './european-elements.js';
import { newDraft } from './new-draft.js';

const whole = {
  ...newDraft('Data', 'en'),
  outcomes: ['Reads a chart.'],
  workload: { hours: 12, ects: null, ceu: null },
  qualityAssurance: 'Reviewed.',
};

describe('the mandatory elements of a European micro-credential', () => {
  it('are all there once the author and the administrator have said theirs', () => {
    expect(missingElements(whole, { countryCode: 'AT' })).toEqual([]);
  });

  it.each([
    ['issuer_country', whole, null],
    ['learning_outcomes', { ...whole, outcomes: [' '] }, 'AT'],
    ['workload', { ...whole, workload: { hours: 0, ects: 1, ceu: null } }, 'AT'],
    ['quality_assurance', { ...whole, qualityAssurance: '' }, 'AT'],
  ] as const)('lack %s', (code, draft, countryCode) => {
    expect(missingElements({ ...draft, outcomes: [...draft.outcomes] }, { countryCode })).toMatchObject([{ code }]);
  });

  it('of a draft just begun lack all that only people can say', () => {
    expect(missingElements(newDraft('Data', 'en'), { countryCode: null })).toHaveLength(4);
  });
});
