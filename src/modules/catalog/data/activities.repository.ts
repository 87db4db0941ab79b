import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { CourseActivity } from './course-activity.entity.js';

@Injectable()
export class ActivitiesRepository {
  async add(tx: Tx, activity: CourseActivity): Promise<void> {
    await tx.manager.insert(CourseActivity, { ...activity });
  }

  async find(tx: Tx, id: string): Promise<CourseActivity | null> {
    return tx.manager.findOneBy(CourseActivity, { id });
  }

  async findForChange(tx: Tx, id: string): Promise<CourseActivity | null> {
    return tx.manager.findOne(CourseActivity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** In their order within each course. */
  async ofCourses(tx: Tx, courseIds: readonly string[]): Promise<CourseActivity[]> {
    if (courseIds.length === 0) return [];
    return tx.manager.find(CourseActivity, { where: { courseId: In([...courseIds]) }, order: { position: 'ASC' } });
  }

  /** Ids in their order. */
  async order(tx: Tx, courseId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>('select id from activity where course_id = $1 order by position', [courseId]);
    return rows.map(({ id }) => id);
  }

  /** Numbers the activities 0, 1, 2, … as listed. `ids` names every activity of the course. */
  async arrange(tx: Tx, courseId: string, ids: readonly string[]): Promise<void> {
    await tx.query(
      `update activity set position = place.number - 1
         from unnest($2::uuid[]) with ordinality as place (id, number)
        where activity.course_id = $1 and activity.id = place.id and activity.position <> place.number - 1`,
      [courseId, ids],
    );
  }

  async save(tx: Tx, activity: CourseActivity): Promise<void> {
    await tx.manager.update(CourseActivity, { id: activity.id }, { ...activity });
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.manager.delete(CourseActivity, { id });
  }

  /** Characters of all bodies of the courses together, as JSON. */
  async bodySize(tx: Tx, courseIds: readonly string[]): Promise<number> {
    const [row] = await tx.query<{ size: string | null }>(
      'select sum(length(body::text)) as size from activity where course_id = any($1)',
      [courseIds],
    );
    return Number(row?.size ?? 0);
  }
}
