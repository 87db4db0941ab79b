import { plural } from '../plural';

const count = plural('en');

export const finding = {
  title: 'Find',
  label: 'A screen, a name or an action',
  hint: 'Arrow keys choose, Enter goes there or does it.',
  results: (number: number) => count(number, { one: '# result', other: '# results' }),
  nothing: (words: string) => `Nothing that you may open is called “${words}”.`,
  groups: {
    screens: 'Screens',
    acts: 'What you can do',
    journey: 'My learning',
    'micro-credential': 'Micro-credentials',
    course: 'Courses',
    activity: 'Activities',
    offering: 'Offerings',
    person: 'People',
    credential: 'Credentials',
  },
  acts: {
    newMicroCredential: 'New micro-credential',
    invite: 'Invite somebody',
    language: (name: string) => `Language: ${name}`,
    theme: (name: string) => `Appearance: ${name}`,
  },
  screens: {
    imports: 'Import courses',
    newOffering: 'New offering',
    requests: 'Corrections',
    revocations: 'Bulk revocations',
  },
};
