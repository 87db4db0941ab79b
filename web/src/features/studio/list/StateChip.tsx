import { useMessages } from '../../../i18n';
import { Chip } from '../../../ui/Notice';
import type { MicroCredentialSummary } from '../queries';
import { publishingState } from './state';

const TONES = { draft: 'plain', published: 'good', changed: 'warn', retired: 'plain' } as const;

export function StateChip({ of }: { of: MicroCredentialSummary }) {
  const { states } = useMessages('studio');
  const state = publishingState(of);
  return <Chip tone={TONES[state]}>{states[state](of.latestEdition?.number ?? 0)}</Chip>;
}
