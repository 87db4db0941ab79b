import type { StudyPlan } from '../domain/study-plan.js';
import type { StudyPlanView } from './study-plan.dto.js';

export function presentStudyPlan({ minutes, startsOn, updatedAt }: StudyPlan): StudyPlanView {
  return { minutes, startsOn, updatedAt: updatedAt.toISOString() };
}
