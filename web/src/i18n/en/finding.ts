import { plural } from '../plural';

const count = plural('en');

export const finding = {
  title: 'Find',
  label: 'A screen or a name',
  hint: 'Arrow keys choose, Enter goes there.',
  results: (number: number) => count(number, { one: '# result', other: '# results' }),
  nothing: (words: string) => `Nothing that you may open is called “${words}”.`,
  groups: {
    screens: 'Screens',
    journey: 'My learning',
    'micro-credential': 'Micro-credentials',
    course: 'Courses',
    activity: 'Activities',
    offering: 'Offerings',
    person: 'People',
    credential: 'Credentials',
  },
  screens: {
    imports: 'Import courses',
    newOffering: 'New offering',
    requests: 'Corrections',
    revocations: 'Bulk revocations',
  },
};
