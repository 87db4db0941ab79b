import { allPoints, latestAttempt, type Project, type ProjectAttempt, stageOf, thingsToChange, wordCount } from './project-stage';

const rating = (id: string, points: number) => ({ id, title: id, description: '', points });
const criterion = (id: string) => ({
  id,
  title: id,
  description: '',
  mustPassPoints: null,
  ratings: [rating('not', 0), rating('fully', 4)],
});
const rubric: Project['rubric'] = { passPoints: 6, criteria: [criterion('claim'), criterion('evidence')] };
const attempt = (verdict: string | null, withdrawnAt: string | null = null) =>
  ({ withdrawnAt, verdicts: verdict ? [{ verdict }] : [] }) as unknown as ProjectAttempt;
const project = (attempts: ProjectAttempt[], changes: Partial<Project> = {}) => ({
  state: 'open' as const,
  attemptsLeft: null,
  attempts,
  ...changes,
});

describe('stageOf', () => {
  it.each([
    ['writing', project([])],
    ['locked', project([], { state: 'locked' })],
    ['waiting', project([attempt('returned'), attempt(null)])],
    ['returned', project([attempt('returned')])],
    ['writing', project([attempt(null, '2026-01-01T00:00:00Z')])],
    ['used-up', project([attempt('returned')], { attemptsLeft: 0 })],
    ['passed', project([attempt('returned'), attempt('passed')], { attemptsLeft: 0 })],
    ['failed', project([attempt('failed')])],
  ])('is %s', (stage, given) => {
    expect(stageOf(given, 'active')).toBe(stage);
  });

  it('ends with the place, but not what was decided or waits', () => {
    expect(stageOf(project([]), 'expired')).toBe('ended');
    expect(stageOf(project([attempt(null)]), 'expired')).toBe('waiting');
    expect(stageOf(project([attempt('passed')]), 'completed')).toBe('passed');
  });
});

describe('latestAttempt', () => {
  it('passes over what was taken back', () => {
    const [first, second] = [attempt('returned'), attempt(null, '2026-01-01T00:00:00Z')];
    expect(latestAttempt({ attempts: [first, second] })).toBe(first);
  });
});

describe('thingsToChange', () => {
  it('counts the criteria below their highest level', () => {
    const ratings = [
      { criterionId: 'claim', ratingId: 'fully', comment: '' },
      { criterionId: 'evidence', ratingId: 'not', comment: 'Which data?' },
    ];
    expect(thingsToChange(rubric, { ratings } as Parameters<typeof thingsToChange>[1])).toBe(1);
    expect(allPoints(rubric)).toBe(8);
  });
});

describe('wordCount', () => {
  it('counts words, and none in white space', () => {
    expect(['', '  \n', 'one', ' two  words\n'].map(wordCount)).toEqual([0, 0, 1, 2]);
  });
});
