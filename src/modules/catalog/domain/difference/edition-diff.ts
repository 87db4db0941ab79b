import type { Activity } from '../activity.js';
import type { EditionCourse } from '../edition.js';
import type { Criterion } from '../project.js';
import type { PublishingCandidate } from '../publishing-checks.js';
import { type FieldChange, fieldChanges, listDiff, type ListDiff, withFields, withList } from './list-diff.js';
import { saysTheSame } from './same.js';

export interface ItemChange {
  id: string;
  /** As it is called now. */
  title: string;
  fields: FieldChange[];
}

export interface CourseChange extends ItemChange {
  activities: ListDiff<Activity, ItemChange>;
}

/** All that turns one edition, or draft, into another. */
export interface EditionDiff {
  /** What describes the whole. */
  details: FieldChange[];
  courses: ListDiff<EditionCourse, CourseChange>;
  /** The rule over the courses, whole: a tree is not told by its leaves. */
  sequence: FieldChange | null;
  project: FieldChange[];
  rubric: { fields: FieldChange[]; criteria: ListDiff<Criterion, ItemChange> };
}

const BY_THEMSELVES = ['courses', 'sequence', 'project', 'rubric'];

export function editionDiff(before: PublishingCandidate, after: PublishingCandidate): EditionDiff {
  const [sequence = null] = fieldChanges({ sequence: before.sequence }, { sequence: after.sequence });
  return {
    details: fieldChanges(before, after, BY_THEMSELVES),
    courses: listDiff(before.courses, after.courses, courseChange),
    sequence,
    project: fieldChanges(before.project ?? {}, after.project ?? {}),
    rubric: {
      fields: fieldChanges(before.rubric ?? {}, after.rubric ?? {}, ['criteria']),
      criteria: listDiff(before.rubric?.criteria ?? [], after.rubric?.criteria ?? [], itemChange),
    },
  };
}

/** The later version from the earlier one: what a diff does not say, did not change. */
export function applyDiff(before: PublishingCandidate, diff: EditionDiff): PublishingCandidate {
  const changed = withFields(before, [...diff.details, ...(diff.sequence ? [diff.sequence] : [])]);
  const project = withFields({ ...before.project }, diff.project);
  const fields = withFields({ ...before.rubric, criteria: [] }, diff.rubric.fields);
  const criteria = withList(before.rubric?.criteria ?? [], diff.rubric.criteria, applyItem);
  return {
    ...changed,
    courses: withList(before.courses, diff.courses, (course, { fields: own, activities }) => ({
      ...withFields(course, own),
      activities: withList(course.activities, activities, applyItem),
    })),
    project: Object.keys(project).length === 0 ? null : (project as PublishingCandidate['project']),
    rubric: Object.keys(fields).length === 1 ? null : ({ ...fields, criteria } as PublishingCandidate['rubric']),
  };
}

export function isSame({ details, courses, sequence, project, rubric }: EditionDiff): boolean {
  const lists = [courses, rubric.criteria];
  return sequence === null && [details, project, rubric.fields].every((fields) => fields.length === 0) && lists.every(isSameList);
}

export function isSameList({ added, removed, changed, moved }: ListDiff<unknown, unknown>): boolean {
  return added.length + removed.length + changed.length + moved.length === 0;
}

function courseChange(before: EditionCourse, after: EditionCourse): CourseChange | null {
  if (saysTheSame(before, after)) return null;
  return {
    id: after.id,
    title: after.title,
    fields: fieldChanges(before, after, ['activities']),
    activities: listDiff(before.activities, after.activities, itemChange),
  };
}

function itemChange<Item extends Activity | Criterion>(before: Item, after: Item): ItemChange | null {
  const fields = fieldChanges(before, after);
  return fields.length === 0 ? null : { id: after.id, title: after.title, fields };
}

function applyItem<Item extends Activity | Criterion>(item: Item, { fields }: ItemChange): Item {
  return withFields(item, fields);
}
