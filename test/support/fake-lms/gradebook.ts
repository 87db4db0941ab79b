import type { Course, Grade, LineItem, Person } from './model.js';
import type { Site } from './site.js';

/** What a teacher sees in the gradebook, and what they may change there. */
export class Gradebook {
  constructor(private readonly site: Site) {}

  itemsOf({ items }: Course): LineItem[] {
    return [...items.values()];
  }

  gradeOf({ id }: Person, item: LineItem): Grade | null {
    return item.grades.get(id) ?? null;
  }

  /** On the scale of the line item; null where there is no grade. */
  finalGrade(person: Person, item: LineItem): { score: number; maximum: number; comment: string | null } | null {
    const grade = this.gradeOf(person, item);
    if (!grade || grade.points === null) return null;
    return { score: grade.points, maximum: item.scoreMaximum, comment: grade.comment };
  }

  /** A teacher enters a grade by hand. */
  setGrade({ id }: Person, item: LineItem, points: number | null): void {
    const old = item.grades.get(id) ?? { comment: null, activityProgress: 'Completed', timestamp: this.site.now() };
    item.grades.set(id, { ...old, points, gradingProgress: 'FullyGraded' });
  }
}
