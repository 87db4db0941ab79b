import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { Facts } from '../../../ui/Facts';
import { Actions } from '../../../ui/Form';
import { LinkButton } from '../../../ui/LinkButton';
import { Chip, Notice, type Tone } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import type { SigningKey } from './KeysScreen';

const TONES: Record<SigningKey['state'], Tone> = { active: 'good', retired: 'plain', compromised: 'bad' };

export function KeyCard({ signingKey: key, onReport }: { signingKey: SigningKey; onReport: () => void }) {
  const { keys } = useMessages('institution');
  const format = useFormat();
  const { state, createdAt, retiredAt, compromisedAt, compromiseReason, credentials, standing, jwts, awaitingReissue } = key;
  const signsBadges = key.algorithm === 'Ed25519';
  return (
    <Card title={key.fragment} actions={<Chip tone={TONES[state]}>{keys.states[state]}</Chip>}>
      <Facts
        facts={[
          [keys.algorithm, `${key.algorithm}: ${keys.algorithms[key.algorithm]}`],
          [keys.created, format.dateTime(createdAt)],
          ...(retiredAt ? [[keys.retired, format.dateTime(retiredAt)] as const] : []),
          ...(compromisedAt ? [[keys.compromised, format.dateTime(compromisedAt)] as const] : []),
          ...(compromiseReason ? [[keys.reason, compromiseReason] as const] : []),
          ...(signsBadges ? [[keys.credentials, keys.standing(credentials, standing)] as const] : []),
          ...(jwts > 0 || !signsBadges ? [[keys.jwts, format.number(jwts)] as const] : []),
        ]}
      />
      {state === 'compromised' && (
        <div role="status">
          {awaitingReissue > 0 ? <Notice tone="warn">{keys.awaiting(awaitingReissue)}</Notice> : <p>{keys.allAnew}</p>}
        </div>
      )}
      <Actions>
        {credentials > 0 && (
          <LinkButton to="/institution/keys/$keyId" params={{ keyId: key.id }}>
            {keys.list}
          </LinkButton>
        )}
        {state !== 'compromised' && (
          <Button look="danger" onPress={onReport}>
            {keys.report}
          </Button>
        )}
      </Actions>
    </Card>
  );
}
