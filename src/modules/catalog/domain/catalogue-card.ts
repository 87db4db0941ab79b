import type { EditionContent } from './edition.js';
import type { DeliveryMode, Level, Workload } from './micro-credential.js';

/** What a list shows of an edition, kept beside the content so that a list need not read all of it. */
export interface CatalogueCard {
  summary: string;
  outcomes: string[];
  /** Their names. */
  skills: string[];
  level: Level | null;
  workload: Workload;
  language: string;
  deliveryMode: DeliveryMode;
  badgeImageFileId: string | null;
  courses: { title: string; minutes: number }[];
}

export function catalogueCard(content: EditionContent): CatalogueCard {
  const { summary, outcomes, skills, level, workload, language, deliveryMode, badgeImageFileId, courses } = content;
  return {
    summary,
    outcomes,
    skills: skills.map(({ name }) => name),
    level,
    workload,
    language,
    deliveryMode,
    badgeImageFileId,
    courses: courses.map(({ title, activities }) => ({ title, minutes: minutesOf(activities) })),
  };
}

/** Estimated learner minutes of some activities together. */
export function minutesOf(activities: readonly { minutes: number }[]): number {
  return activities.reduce((sum, { minutes }) => sum + minutes, 0);
}
