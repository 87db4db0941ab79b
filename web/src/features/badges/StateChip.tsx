import { useMessages } from '../../i18n';
import { Chip, type Tone } from '../../ui/Notice';
import type { Badge } from './queries';

const TONES: Record<Badge['state'], Tone> = {
  issued: 'good',
  suspended: 'warn',
  revoked: 'bad',
  superseded: 'plain',
  expired: 'plain',
};

export function StateChip({ state }: { state: Badge['state'] }) {
  const { states } = useMessages('badges');
  return <Chip tone={TONES[state]}>{states[state]}</Chip>;
}
