import type { EditionCourse } from '../../../catalog/index.js';

/**
 * What a person reads who opens a package: what it is, whose work it is, and how to go on.
 * @param courses with the names of their folders
 */
export function readmeText(
  title: string,
  about: string,
  courses: readonly (readonly [key: string, course: EditionCourse])[],
): string {
  return `# ${oneLine(title)}

${about}

${courses.map(courseLine).join('\n')}

Pages are Markdown under \`episodes\`, in the order that \`config.yaml\` gives; quizzes, videos and files beside them end in
\`.quiz.yaml\`, \`.video.yaml\` and \`.file.yaml\`. Everything may be edited, kept in version control, and imported again:
zip the folders and upload them in the studio under Imports. Quizzes hold their right answers: keep this away from learners.
`;
}

function courseLine([key, { title, attribution, activities }]: readonly [string, EditionCourse]): string {
  const count = `${activities.length} ${activities.length === 1 ? 'activity' : 'activities'}`;
  const { authors = '', licence = '', licenceUrl = '', sourceUrl = '' } = attribution ?? {};
  const rights = [
    authors,
    [licence, licenceUrl && `<${licenceUrl}>`].filter(Boolean).join(' '),
    sourceUrl && `from <${sourceUrl}>`,
  ];
  const whose = rights.filter(Boolean).map(oneLine).join(', ');
  return `- \`${key}/\`: ${oneLine(title)}, ${count}.${whose ? ` ${whose}.` : ''}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
