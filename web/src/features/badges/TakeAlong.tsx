import { Download, ExternalLink, WalletMinimal } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { Actions } from '../../ui/Form';
import { ExternalLinkButton } from '../../ui/LinkButton';
import { Card } from '../../ui/Page';
import type { Badge } from './queries';
import { WalletDialog } from './WalletDialog';
import styles from './badges.module.css';

const FORMS = [
  ['pdf', 'certificate.pdf'],
  ['png', 'badge.png'],
  ['svg', 'badge.svg'],
  ['json', 'credential.json'],
  ['elm', 'elm.json'],
] as const;

/** The forms that others take it in. All are as public as the badge's page, so there is none while nobody sees that. */
export function TakeAlong({ badge: { id, url, state, visibility } }: { badge: Badge }) {
  const { take } = useMessages('badges');
  const [isAsked, setAsked] = useState(false);
  const isOpen = visibility !== 'private';
  if (state !== 'issued')
    return (
      <Card title={take.title}>
        <p>{take.notStanding}</p>
      </Card>
    );
  return (
    <Card title={take.title}>
      {isOpen ? (
        <ul className={styles['forms']}>
          {FORMS.map(([key, file]) => (
            <li key={key}>
              <Download aria-hidden />
              <span>
                <a href={`${url}/${file}`} download={file}>
                  {take[key]}
                </a>{' '}
                <span className={styles['quiet']}>{take[`${key}Hint`]}</span>
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p>{take.private}</p>
      )}
      <Actions>
        {isOpen && (
          <ExternalLinkButton href={`${url}/linkedin`} target="_blank" rel="noopener" icon={<ExternalLink aria-hidden />}>
            {take.linkedIn}
          </ExternalLinkButton>
        )}
        <Button icon={<WalletMinimal aria-hidden />} onPress={() => setAsked(true)}>
          {take.wallet}
        </Button>
      </Actions>
      <WalletDialog credentialId={id} isOpen={isAsked} onClose={() => setAsked(false)} />
    </Card>
  );
}
