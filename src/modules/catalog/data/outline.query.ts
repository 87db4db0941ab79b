import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { CourseActivity } from './course-activity.entity.js';
import type { Course } from './course.entity.js';

interface ListedActivity extends Pick<CourseActivity, 'id' | 'position' | 'title' | 'minutes' | 'required' | 'version'> {
  kind: string;
}

export interface OutlinedCourse {
  course: Course;
  /** In their order, without their bodies, which may be large. */
  activities: ListedActivity[];
  /** How many other micro-credentials hold the course. */
  usedElsewhere: number;
}

type Row = Course & Pick<OutlinedCourse, 'activities' | 'usedElsewhere'>;

/** Courses with all that an outline shows of them: one statement, however many there are. */
@Injectable()
export class OutlineQuery {
  /** The institution's courses among those asked for, in the order asked for. */
  async courses(tx: Tx, institutionId: string, courseIds: readonly string[]): Promise<OutlinedCourse[]> {
    if (courseIds.length === 0) return [];
    const rows = await tx.query<Row>(
      `select c.id, c.institution_id as "institutionId", c.title, c.summary, c.language, c.attribution, c.version,
              c.created_by as "createdBy", c.created_at as "createdAt", c.updated_at as "updatedAt",
              (select coalesce(json_agg(json_build_object('id', a.id, 'position', a.position, 'title', a.title, 'kind', a.body->>'kind',
                        'minutes', a.minutes, 'required', a.required, 'version', a.version) order by a.position), '[]')
                 from activity a where a.course_id = c.id) as activities,
              (select greatest(count(*) - 1, 0)::int from micro_credential m
                where m.institution_id = $1 and m.draft->'courseIds' ? c.id::text) as "usedElsewhere"
         from unnest($2::uuid[]) with ordinality as asked (id, place)
         join course c on c.id = asked.id and c.institution_id = $1
        order by asked.place`,
      [institutionId, courseIds],
    );
    return rows.map(({ activities, usedElsewhere, ...course }) => ({ course, activities, usedElsewhere }));
  }
}
