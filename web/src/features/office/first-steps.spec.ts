import { type Beginnings, firstSteps } from './first-steps';

describe('firstSteps', () => {
  const empty: Beginnings = {
    hasPassword: false,
    hasEmail: false,
    institutionVersion: 1,
    rolesHeld: new Set(['admin']),
    published: 0,
    offerings: 0,
  };
  const done = (known: Beginnings) => firstSteps(known).flatMap(({ step, done }) => (done ? [step] : []));

  it('has nothing done in a new Cairn', () => {
    expect(done(empty)).toEqual([]);
  });

  it('counts people as done once somebody can write and somebody can grade', () => {
    expect(done({ ...empty, rolesHeld: new Set(['admin', 'instructor']) })).toEqual([]);
    expect(done({ ...empty, rolesHeld: new Set(['admin', 'instructor', 'assessor']) })).toEqual(['people']);
  });

  it('is whole with an offering and somebody to learn', () => {
    const known: Beginnings = {
      hasPassword: true,
      hasEmail: true,
      institutionVersion: 2,
      rolesHeld: new Set(['instructor', 'assessor', 'learner']),
      published: 1,
      offerings: 1,
    };
    expect(done(known)).toEqual(['password', 'institution', 'people', 'publish', 'offer', 'learners']);
  });
});
