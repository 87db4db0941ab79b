import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';
import { containing } from './containing.js';
import { Course } from './course.entity.js';

export interface CourseSums {
  activities: number;
  minutes: number;
}

/** Whoever adds, removes or moves activities locks their course first, so that positions stay 0, 1, 2, … */
@Injectable()
export class CoursesRepository {
  async add(tx: Tx, course: Course): Promise<void> {
    await tx.manager.insert(Course, { ...course });
  }

  async find(tx: Tx, id: string): Promise<Course | null> {
    return tx.manager.findOneBy(Course, { id });
  }

  async findForChange(tx: Tx, id: string): Promise<Course | null> {
    return tx.manager.findOne(Course, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The institution's courses among the ids, in no particular order. */
  async findMany(tx: Tx, institutionId: string, ids: readonly string[]): Promise<Course[]> {
    return ids.length === 0 ? [] : tx.manager.findBy(Course, { institutionId, id: In([...ids]) });
  }

  async save(tx: Tx, course: Course): Promise<void> {
    await tx.manager.update(Course, { id: course.id }, { ...course });
  }

  /** Newest first; one more than asked for, where there is one. With `q`, those whose title contains it. */
  async list(tx: Tx, institutionId: string, after: Cursor | null, limit: number, q?: string): Promise<Course[]> {
    const query = tx.manager
      .createQueryBuilder(Course, 'course')
      .where('course.institutionId = :institutionId', { institutionId })
      .orderBy('course.createdAt', 'DESC')
      .addOrderBy('course.id', 'DESC')
      .limit(limit + 1);
    if (q) query.andWhere('course.title ilike :q', { q: containing(q) });
    if (after) query.andWhere('(course.createdAt, course.id) < (:at, :id)', after);
    return query.getMany();
  }

  /** How much each course holds, by course id. */
  async sums(tx: Tx, courseIds: readonly string[]): Promise<Map<string, CourseSums>> {
    const rows = await tx.query<{ course_id: string; activities: number; minutes: number }>(
      `select course_id, count(*)::int as activities, sum(minutes)::int as minutes
         from activity where course_id = any($1) group by course_id`,
      [courseIds],
    );
    return new Map(rows.map(({ course_id, activities, minutes }) => [course_id, { activities, minutes }]));
  }
}
