import { minutesOf } from './catalogue-card.js';
import type { EditionContent } from './edition.js';

/** How the stated workload comes about, for a reader who wants to check it. */
export interface WorkloadArithmetic {
  /** Each course, then the project. */
  parts: { title: string; minutes: number }[];
  totalMinutes: number;
  statedHours: number;
  /** Stated minutes beyond the estimates; negative where the estimates are higher. */
  beyondMinutes: number;
  /** `null` where no ECTS credits are given. One credit stands for 25 to 30 hours of work. */
  hoursPerEcts: number | null;
  /** `null` where no CEU are given. One CEU stands for ten contact hours. */
  contactHours: number | null;
}

export function workloadArithmetic({ courses, project, workload }: EditionContent): WorkloadArithmetic {
  const parts = [
    ...courses.map(({ title, activities }) => ({ title, minutes: minutesOf(activities) })),
    { title: project.title, minutes: project.minutes },
  ];
  const totalMinutes = minutesOf(parts);
  const { hours: statedHours, ects, ceu } = workload;
  return {
    parts,
    totalMinutes,
    statedHours,
    beyondMinutes: Math.round(statedHours * 60) - totalMinutes,
    hoursPerEcts: ects === null ? null : statedHours / ects,
    contactHours: ceu === null ? null : ceu * 10,
  };
}
