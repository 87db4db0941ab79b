import { useMessages } from '../../i18n';
import { Chip, type Tone } from '../../ui/Notice';
import type { Verdict } from './judge';

const TONES: Record<Verdict, Tone> = { passed: 'good', returned: 'warn', failed: 'bad' };

export function VerdictChip({ verdict }: { verdict: Verdict }) {
  const { verdicts } = useMessages('grading');
  return <Chip tone={TONES[verdict]}>{verdicts[verdict]}</Chip>;
}
