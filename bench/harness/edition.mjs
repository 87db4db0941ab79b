// The micro-credential that everybody in the bench learns: four courses of ten pages, open side by side, then a project.
export const COURSE_SIZE = 10;
export const COURSES = 4;

const skill = (name, number) => ({
  name,
  alignment: {
    targetName: name,
    targetUrl: `https://skills.example/${number}`,
    targetFramework: 'Skills of the bench',
    targetCode: `S.${number}`,
    targetType: 'ceasn:Competency',
  },
});

export function editionContent({ courseId, activityId }) {
  const numbers = Array.from({ length: COURSES }, (_, index) => index + 1);
  const courses = numbers.map((number) => ({
    id: courseId(number),
    title: `Course ${number}`,
    summary: '',
    language: 'en',
    attribution: null,
    activities: Array.from({ length: COURSE_SIZE }, (_, index) =>
      page(activityId((number - 1) * COURSE_SIZE + index + 1), index + 1),
    ),
  }));
  const inAnyOrder = { type: 'all-of', items: numbers.map((number) => ({ type: 'course', courseId: courseId(number) })) };
  return {
    title: 'Research Data Foundations',
    summary: 'Clean, question and show tabular data, and say what it cannot tell.',
    description: '',
    outcomes: ['Clean a data set', 'Question a data set', 'Show what it says'],
    skills: [skill('Data cleaning', 1), skill('Data analysis', 2), skill('Data visualisation', 3)],
    level: null,
    workload: { hours: 50, ects: 2, ceu: null },
    language: 'en',
    deliveryMode: 'online',
    qualityAssurance: 'Reviewed by two teachers of the field.',
    prerequisites: '',
    criteria: 'Completed four courses and passed a graded project.',
    badgeImageFileId: null,
    sequence: { type: 'in-order', items: [inAnyOrder, { type: 'project' }] },
    marking: { secondMarkerShare: 0, tolerancePoints: 0 },
    courses,
    project: {
      title: 'Clean a data set',
      brief: 'Hand in a script and one plot.',
      minutes: 480,
      accepts: { text: true, links: true, files: false, mediaTypes: [], maxFiles: 0, maxBytesPerFile: 0 },
      attemptLimit: null,
    },
    rubric: { criteria: [], passPoints: 0 },
  };
}

function page(id, number) {
  const markdown = `# Page ${number}\n\nTables have rows and columns.\n`;
  return {
    id,
    title: `Page ${number}`,
    minutes: 10,
    required: true,
    body: { kind: 'page', markdown, assets: {}, objectives: [] },
  };
}
