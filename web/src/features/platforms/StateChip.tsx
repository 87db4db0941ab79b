import { useMessages } from '../../i18n';
import { Chip, type Tone } from '../../ui/Notice';
import type { PlatformSummary } from './queries';

const TONES: Record<PlatformSummary['state'], Tone> = { active: 'good', pending: 'warn', disabled: 'plain' };

export function StateChip({ state }: Pick<PlatformSummary, 'state'>) {
  const { states } = useMessages('platforms');
  return <Chip tone={TONES[state]}>{states[state]}</Chip>;
}
