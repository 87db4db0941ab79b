import type { Criterion, Marking, Project, Rubric, SubmissionRules } from '../../../catalog/index.js';
import { StableIds } from '../stable-ids.js';
import type { Fields } from '../yaml/fields.js';

const MEGABYTE = 1024 * 1024;

/** @param textOrFile reads a field that holds a text, or the name of the Markdown file that does */
export function readProject(parent: Fields, textOrFile: (fields: Fields, name: string) => string): Project | null {
  const fields = parent.group('project');
  if (!fields) return null;
  const project: Project = {
    title: fields.draftText('title'),
    brief: textOrFile(fields, 'brief'),
    minutes: fields.number('minutes', 0),
    accepts: readAccepts(fields.group('accepts')),
    attemptLimit: fields.numberOrNull('attemptLimit', { min: 1, whole: true }),
  };
  fields.close();
  return project;
}

function readAccepts(fields: Fields | null): SubmissionRules {
  const accepts: SubmissionRules = {
    text: fields?.flag('text', true) ?? true,
    links: fields?.flag('links', true) ?? true,
    files: fields?.flag('files', true) ?? true,
    mediaTypes: fields?.texts('mediaTypes') ?? [],
    maxFiles: fields?.number('maxFiles', 10, { whole: true }) ?? 10,
    maxBytesPerFile: fields?.number('maxBytesPerFile', 50 * MEGABYTE, { whole: true }) ?? 50 * MEGABYTE,
  };
  fields?.close();
  return accepts;
}

export function readRubric(parent: Fields): Rubric | null {
  const fields = parent.group('rubric');
  if (!fields) return null;
  const ids = new StableIds();
  const rubric: Rubric = {
    passPoints: fields.number('passPoints'),
    criteria: fields.groups('criteria').map((criterion) => readCriterion(criterion, ids)),
  };
  fields.close();
  return rubric;
}

function readCriterion(fields: Fields, ids: StableIds): Criterion {
  const title = fields.draftText('title');
  const id = fields.text('id', '') || ids.make('c', title);
  const criterion: Criterion = {
    id,
    title,
    description: fields.text('description', ''),
    mustPassPoints: fields.numberOrNull('mustPassPoints'),
    ratings: fields.groups('ratings').map((rating) => {
      const name = rating.draftText('title');
      const read = {
        id: rating.text('id', '') || ids.make(`${id}-r`, name),
        title: name,
        description: rating.text('description', ''),
        points: rating.number('points'),
      };
      rating.close();
      return read;
    }),
  };
  fields.close();
  return criterion;
}

export function readMarking(parent: Fields): Marking {
  const fields = parent.group('marking');
  const marking: Marking = {
    secondMarkerShare: fields?.number('secondMarkerShare', 0, { max: 1 }) ?? 0,
    tolerancePoints: fields?.number('tolerancePoints', 0) ?? 0,
  };
  fields?.close();
  return marking;
}
