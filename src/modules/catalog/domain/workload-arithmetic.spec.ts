import { expect, it } from '@jest/globals';
import type { EditionContent } from './edition.js';
import type { Workload } from './micro-credential.js';
import { workloadArithmetic } from './workload-arithmetic.js';

const arithmetic = (workload: Workload, minutes: number[], projectMinutes: number) =>
  workloadArithmetic({
    workload,
    courses: [{ title: 'Shell', activities: minutes.map((each) => ({ minutes: each })) }],
    project: { title: 'Brief', minutes: projectMinutes },
  } as EditionContent);

it('adds up courses and project, and says what is stated beyond them', () => {
  expect(arithmetic({ hours: 25, ects: 1, ceu: 2.5 }, [45, 0, 60], 600)).toEqual({
    parts: [
      { title: 'Shell', minutes: 105 },
      { title: 'Brief', minutes: 600 },
    ],
    totalMinutes: 705,
    statedHours: 25,
    beyondMinutes: 795,
    hoursPerEcts: 25,
    contactHours: 25,
  });
});

it('says so when less is stated than the parts are estimated at, and leaves out credits that are not given', () => {
  expect(arithmetic({ hours: 1, ects: null, ceu: null }, [90], 30)).toMatchObject({
    beyondMinutes: -60,
    hoursPerEcts: null,
    contactHours: null,
  });
});
