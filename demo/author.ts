import { inOrder } from '../src/modules/catalog/domain/sequence.js';
import { versionTag, type ApiClient } from './api-client.js';
import { zipFolder } from './zip-folder.js';

export interface Published {
  microCredentialId: string;
  editionId: string;
  title: string;
  courses: number;
  activities: number;
  /** What the importer had to say, by severity. */
  report: Record<string, number>;
}

interface ImportView {
  id: string;
  state: string;
  lines: { severity: string; file: string; detail: string }[];
  archive: { detail: string }[];
  courses: { courseId: string | null; activities: number; title: string }[];
  microCredentialId: string | null;
}

/** Uploads a folder of course material, makes it courses, and publishes the micro-credential that it describes, or one of our own over its courses. */
export async function importAndPublish(instructor: ApiClient, folder: string): Promise<Published> {
  const uploaded = await instructor.upload<ImportView>(
    '/api/v1/imports',
    'courses.zip',
    'application/zip',
    await zipFolder(folder),
  );
  if (uploaded.state !== 'checked') {
    const reasons = [...uploaded.archive, ...uploaded.lines.filter(({ severity }) => severity === 'error')];
    throw new Error(`The import was refused: ${reasons.map(({ detail }) => detail).join('; ')}`);
  }
  const applied = await instructor.post<ImportView>(`/api/v1/imports/${uploaded.id}/application`);
  const courseIds = applied.courses.flatMap(({ courseId }) => courseId ?? []);
  const microCredentialId = applied.microCredentialId ?? (await describe(instructor, courseIds));
  const draft = await instructor.get<{ version: number; title: string }>(`/api/v1/micro-credentials/${microCredentialId}`);
  const edition = await instructor.post<{ id: string }>(
    `/api/v1/micro-credentials/${microCredentialId}/editions`,
    { changeNote: 'First edition' },
    { ifMatch: versionTag(draft) },
  );
  const report: Record<string, number> = {};
  for (const { severity } of applied.lines) report[severity] = (report[severity] ?? 0) + 1;
  return {
    microCredentialId,
    editionId: edition.id,
    title: draft.title,
    courses: courseIds.length,
    activities: applied.courses.reduce((sum, { activities }) => sum + activities, 0),
    report,
  };
}

/** A micro-credential over courses that came without one. */
async function describe(instructor: ApiClient, courseIds: string[]): Promise<string> {
  const levels = [
    { id: 'full', title: 'Fully', description: 'Works, and others can repeat it.', points: 3 },
    { id: 'partly', title: 'Partly', description: 'Works with gaps.', points: 2 },
    { id: 'not', title: 'Not yet', description: 'Missing or not working.', points: 0 },
  ];
  const criterion = (id: string, title: string, mustPassPoints: number | null) => ({
    id,
    title,
    description: '',
    mustPassPoints,
    ratings: levels,
  });
  const { id } = await instructor.post<{ id: string }>('/api/v1/micro-credentials', {
    title: 'Research Software Essentials',
    summary: 'Work with the shell, keep versions with Git, and plot data with Python.',
    outcomes: [
      'Automate work with shell scripts',
      'Keep and share versions of work with Git',
      'Analyse and plot tabular data with Python',
    ],
    skills: [
      { name: 'Version control', alignment: null },
      { name: 'Shell scripting', alignment: null },
      { name: 'Python programming', alignment: null },
    ],
    workload: { hours: 22, ects: null, ceu: 2.2 },
    qualityAssurance: 'Reviewed by two teachers of the field before each edition.',
    criteria: 'Completed every course and passed the graded project.',
    courseIds,
    sequence: inOrder(courseIds),
    project: {
      title: 'Clean, version and analyse a data set',
      brief:
        'Hand in a script that cleans the data set, the history of your work, and one plot that answers your question, with a page of reasoning.',
      minutes: 480,
      accepts: { text: true, links: true, files: true, mediaTypes: [], maxFiles: 5, maxBytesPerFile: 20_000_000 },
      attemptLimit: 3,
    },
    rubric: {
      passPoints: 7,
      criteria: [
        criterion('script', 'Reproducible script', 2),
        criterion('history', 'History of the work', null),
        criterion('plot', 'A plot that answers the question', null),
        criterion('reasoning', 'Written reasoning', null),
      ],
    },
    marking: { secondMarkerShare: 0, tolerancePoints: 2 },
  });
  return id;
}
