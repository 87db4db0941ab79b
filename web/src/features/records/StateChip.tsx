import { useMessages } from '../../i18n';
import { Chip, type Tone } from '../../ui/Notice';
import { CREDENTIAL_STATES, type CredentialState } from './searches';

const TONES: Record<CredentialState, Tone> = {
  issued: 'good',
  suspended: 'warn',
  revoked: 'bad',
  superseded: 'plain',
  expired: 'plain',
};

export function StateChip({ state }: { state: string }) {
  const { states } = useMessages('records');
  const known = CREDENTIAL_STATES.find((one) => one === state);
  return <Chip tone={known ? TONES[known] : 'plain'}>{known ? states[known] : state}</Chip>;
}
