/** A micro-credential that takes two minutes: everything that publishing asks for, but courses. */
export function tinyMicroCredential() {
  return {
    title: 'Data Storytelling',
    summary: 'Tell what data say, and what they do not.',
    outcomes: ['Turns a worry into a question that data can answer.'],
    skills: [{ name: 'Data visualisation', alignment: null }],
    level: { framework: 'EQF', value: '5' },
    workload: { hours: 25, ects: 1, ceu: null as number | null },
    qualityAssurance: 'Reviewed each year by two colleagues.',
    criteria: 'Completed both courses and passed the graded project.',
    project: {
      title: 'One-page brief',
      brief: 'Write *one page* for the library board.',
      minutes: 600,
      accepts: {
        text: true,
        links: true,
        files: true,
        mediaTypes: ['application/pdf', 'text/*'],
        maxFiles: 2,
        maxBytesPerFile: 100_000,
      },
      attemptLimit: 3,
    },
    rubric: {
      passPoints: 6,
      criteria: [criterion('claim', 2), criterion('evidence', null)],
    },
    marking: { secondMarkerShare: 0, tolerancePoints: 0 },
  };
}

export type MicroCredentialWish = Partial<ReturnType<typeof tinyMicroCredential>> & {
  awardTerms?: object;
  prerequisites?: string;
};

/** Of at most 8 points, 6 pass, and the claim must be at least partly there. */
function criterion(id: string, mustPassPoints: number | null) {
  const rating = (name: string, points: number) => ({ id: name, title: name, description: '', points });
  return {
    id,
    title: id,
    description: '',
    mustPassPoints,
    ratings: [rating('not', 0), rating('partly', 2), rating('fully', 4)],
  };
}

type Level = 'not' | 'partly' | 'fully';

export interface MarkBody {
  verdict: 'passed' | 'returned' | 'failed';
  ratings: { criterionId: string; ratingId: string; comment: string }[];
  feedback: string;
}

/** A mark as an assessor sends it; it fits the rubric when the verdict does. */
export function mark(
  verdict: MarkBody['verdict'],
  claim: Level,
  evidence: Level,
  feedback = 'Start the axis at zero.',
): MarkBody {
  return {
    verdict,
    ratings: [
      { criterionId: 'claim', ratingId: claim, comment: '' },
      { criterionId: 'evidence', ratingId: evidence, comment: '' },
    ],
    feedback,
  };
}

export const PASS = mark('passed', 'fully', 'fully', 'Clear and honest.');
export const RETURN = mark('returned', 'partly', 'not');
export const FAIL = mark('failed', 'not', 'not');
