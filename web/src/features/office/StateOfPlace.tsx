import { useMessages } from '../../i18n';
import { Chip, type Tone } from '../../ui/Notice';
import type { EnrollmentState } from './queries';

const TONES: Partial<Record<EnrollmentState, Tone>> = { active: 'good', completed: 'good', waitlisted: 'warn' };

export function StateOfPlace({ state }: { state: EnrollmentState }) {
  const { learners } = useMessages('office');
  return <Chip tone={TONES[state] ?? 'plain'}>{learners.states[state]}</Chip>;
}
