import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { Chip } from '../../../ui/Notice';

type State = View<'ImportView'>['state'];

const TONES = { uploaded: 'plain', checked: 'warn', refused: 'bad', applied: 'good' } as const;

export function ImportChip({ state }: { state: State }) {
  const { imports: texts } = useMessages('studio');
  return <Chip tone={TONES[state]}>{texts.states[state]}</Chip>;
}
