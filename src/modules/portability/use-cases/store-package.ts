import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { newId } from '../../../platform/ids.js';
import {
  type ActivityBodyWish,
  AddActivity,
  CreateCourse,
  CreateMicroCredential,
  type Requirement,
  retargetActivityLinks,
} from '../../catalog/index.js';
import type { ImportOutcome } from '../material/import-run.js';
import type { CoursePackage, PackageActivity, PackageCourse, PackageMicroCredential } from '../material/package.js';

/** Where the files of a package are stored. The picture of a badge may be an asset too, and is then kept in another form for each. */
export interface StoredAssets {
  /** Path in the package → id. */
  assetIds: ReadonlyMap<string, string>;
  badgeImageId: string | null;
}

/** Writes what a package holds through the same use cases that authors use, in the caller's transaction. */
@Injectable()
export class StorePackage {
  constructor(
    private readonly createCourse: CreateCourse,
    private readonly addActivity: AddActivity,
    private readonly createMicroCredential: CreateMicroCredential,
  ) {}

  async in(
    tx: Tx,
    actor: Actor,
    { courses, microCredential }: CoursePackage,
    { assetIds, badgeImageId }: StoredAssets,
  ): Promise<ImportOutcome> {
    const stored: ImportOutcome['courses'] = [];
    for (const course of courses) stored.push({ key: course.key, courseId: await this.storeCourse(tx, actor, course, assetIds) });
    if (!microCredential) return { courses: stored, microCredentialId: null };
    const courseIds = new Map(stored.map(({ key, courseId }) => [key, courseId]));
    return {
      courses: stored,
      microCredentialId: await this.storeMicroCredential(tx, actor, microCredential, courseIds, badgeImageId),
    };
  }

  private async storeCourse(tx: Tx, actor: Actor, course: PackageCourse, assetIds: ReadonlyMap<string, string>): Promise<string> {
    const { title, summary, language, attribution, activities } = course;
    const { id: courseId } = await this.createCourse.in(tx, actor, { title, summary, language, attribution });
    const ids = new Map(activities.map(({ key }) => [key, newId()]));
    for (const activity of activities) {
      const { key, minutes, required } = activity;
      await this.addActivity.in(tx, actor, courseId, {
        id: ids.get(key) ?? newId(),
        title: activity.title,
        minutes,
        required,
        body: bodyOf(activity, ids, assetIds),
      });
    }
    return courseId;
  }

  private async storeMicroCredential(
    tx: Tx,
    actor: Actor,
    { badgeImage, courseKeys, sequence, ...draft }: PackageMicroCredential,
    courseIds: ReadonlyMap<string, string>,
    badgeImageFileId: string | null,
  ): Promise<string> {
    const idOf = (key: string) => known(courseIds, key);
    const { id } = await this.createMicroCredential.in(tx, actor, {
      ...draft,
      badgeImageFileId: badgeImage && badgeImageFileId,
      courseIds: courseKeys.map(idOf),
      sequence: nameCourses(sequence, idOf),
    });
    return id;
  }
}

function bodyOf(
  { body }: PackageActivity,
  ids: ReadonlyMap<string, string>,
  assetIds: ReadonlyMap<string, string>,
): ActivityBodyWish {
  if (body.kind === 'file') return { kind: 'file', fileId: known(assetIds, body.path ?? ''), description: body.description };
  if (body.kind !== 'page') return body;
  return {
    ...body,
    markdown: retargetActivityLinks(body.markdown, (key) => ids.get(key) ?? null),
    assets: Object.fromEntries(Object.entries(body.assets).map(([written, path]) => [written, known(assetIds, path)])),
  };
}

/** The same tree with stored ids where the package has keys. */
function nameCourses(requirement: Requirement, idOf: (key: string) => string): Requirement {
  const after = 'after' in requirement && requirement.after ? { after: requirement.after.map(idOf) } : {};
  if (requirement.type === 'course') return { ...requirement, ...after, courseId: idOf(requirement.courseId) };
  if (requirement.type === 'project') return { ...requirement, ...after };
  const items = requirement.items.map((item) => nameCourses(item, idOf));
  if (requirement.type !== 'points') return { ...requirement, items };
  const weights = Object.fromEntries(Object.entries(requirement.weights).map(([key, points]) => [idOf(key), points]));
  return { ...requirement, items, weights };
}

function known(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The package names ${name}, which reading it should have refused`);
  return id;
}
