import { formatIn } from '../../../../../platform/http/pages/format.js';
import type { ActivityKind } from '../../../domain/activity.js';
import type { Facet } from '../../../domain/catalogue-facets.js';
import type { RequirementWords } from '../../../domain/requirement-words.js';
import type { DeliveryMode } from '../../../domain/micro-credential.js';

const { number, count, day } = formatIn('en');
const hours = (value: number) => count(value, { one: '# hour', other: '# hours' });
const delivery: Readonly<Record<DeliveryMode, string>> = { online: 'Online', blended: 'Blended', onsite: 'On site' };
const kinds: Readonly<Record<ActivityKind, string>> = { page: 'Reading', video: 'Video', file: 'File', quiz: 'Quiz' };
const facets: Readonly<Record<Facet, string>> = {
  skill: 'Skill',
  level: 'Level',
  language: 'Language',
  workload: 'Workload',
  start: 'Begins',
};
const options: Readonly<Record<string, string>> = {
  'under-10': 'Less than 10 hours',
  '10-30': '10 to 30 hours',
  '30-100': '30 to 100 hours',
  'over-100': '100 hours or more',
  month: 'Now or within a month',
  quarter: 'Within three months',
  any: 'One may enrol now',
};

export const en = {
  delivery,
  kinds,
  facets,
  options,
  eqfLevel: (value: string) => `EQF level ${value}`,
  catalogue: {
    title: 'Micro-credentials',
    searched: (text: string) => `“${text}” – Micro-credentials`,
    description: 'Micro-credentials: short courses, a graded project, and a badge that any employer can check.',
    lead: 'Short courses, a graded project, and a badge that any employer can check.',
    text: 'Title, skill or institution',
    search: 'Search',
    showAll: 'Show all',
    found: (found: number) => count(found, { one: 'One micro-credential', other: '# micro-credentials' }),
    any: 'Any',
    more: 'More',
    empty: 'Nothing is published yet. What an institution publishes will stand here.',
    noneOfKinds: 'Nothing is of all these kinds at once. Set one of them back to “Any”.',
    noneOfWords: (text: string) => `Nothing holds all of “${text}”. Try fewer or other words.`,
  },
  one: {
    badgeOf: (title: string) => `Badge of ${title}`,
    retired: 'It is no longer offered. Badges that were issued stay valid.',
    path: 'The way through',
    /** The rule as a sentence; the API has it in English. */
    rule: ({ sentence }: { sentence: string; words: RequirementWords }) => sentence,
    prerequisites: 'Prerequisites',
    criteria: 'What the badge says',
    quality: 'Quality assurance',
    workload: 'Workload',
    hours,
    level: 'Level',
    language: 'Language',
    form: 'Form',
    edition: 'Edition',
    published: (edition: number) => `${edition}, published on`,
    closed: (issuer: string) => `Nobody can enrol just now. Ask ${issuer} when it is offered again.`,
    enrol: 'Enrol',
    enrolIn: (title: string) => `Enrol in “${title}”`,
    begins: (instant: string) => `begins on ${day(instant)}`,
    ends: (instant: string) => `ends on ${day(instant)}`,
    enrolmentCloses: (instant: string) => `enrolment closes on ${day(instant)}`,
    outcomes: 'What you will be able to do',
    skills: 'Skills',
    optional: 'optional',
    by: (authors: string) => `By ${authors}`,
    source: 'source',
    project: 'Project:',
    issuedBy: 'Issued by',
    accreditation: 'Accreditation',
  },
  rubric: {
    title: 'How the project is judged',
    pass: (needed: number, best: number) => `${number(needed)} of ${number(best)} points pass.`,
    table: 'Rubric, as a table',
    criterion: 'Criterion',
    ratings: 'Ratings',
    needs: (points: number) => `Needs ${number(points)} points.`,
    points: (points: number) => count(points, { one: '# point', other: '# points' }),
  },
  workload: {
    title: 'How the workload adds up',
    table: 'Workload, as a table',
    part: 'Part',
    time: 'Estimated time',
    beyond: 'Beyond the estimates',
    together: 'Together',
    less: (stated: number) => `The stated workload is ${hours(stated)}, less than the parts are estimated at.`,
    ects: (ects: number, stated: number, perCredit: number) =>
      `${number(ects)} ECTS for ${hours(stated)}: ${hours(perCredit)} a credit. One stands for 25 to 30 hours.`,
    ceu: (ceu: number, contact: number) => `${number(ceu)} CEU stand for ${number(contact)} contact hours, ten for each.`,
  },
};
