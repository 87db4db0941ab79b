import { useState } from 'react';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Facts } from '../../ui/Facts';
import { Actions } from '../../ui/Form';
import { ExternalLinkButton } from '../../ui/LinkButton';
import { Card } from '../../ui/Page';
import { BadgePicture } from './BadgePicture';
import { ChoicesDialog } from './ChoicesDialog';
import type { Badge } from './queries';
import styles from './badges.module.css';

/** The picture, and what anybody who sees the badge reads. */
export function Says({ badge }: { badge: Badge }) {
  const { says: texts } = useMessages('badges');
  const format = useFormat();
  const [isChoosing, setChoosing] = useState(false);
  const { says, awardedAt, url, visibility, state, enrollmentId } = badge;
  const mayChoose = enrollmentId !== null && (state === 'issued' || state === 'suspended');
  return (
    <Card title={texts.title}>
      <div className={styles['face']}>
        <BadgePicture badge={badge} size={160} />
        <p>{says.description}</p>
      </div>
      <Facts
        facts={[
          [texts.issuer, says.issuer],
          [texts.earned, format.date(awardedAt)],
          [texts.name, says.shownName ?? texts.noName],
          [
            texts.results,
            says.results.length === 0 ? (
              texts.noResults
            ) : (
              <Lines key="results" lines={says.results.map(({ name, value }) => `${name}: ${value}`)} />
            ),
          ],
          ...(says.skills.length === 0 ? [] : [[texts.skills, <Lines key="skills" lines={says.skills} />] as const]),
        ]}
      />
      <Actions>
        {visibility !== 'private' && <ExternalLinkButton href={url}>{texts.page}</ExternalLinkButton>}
        {mayChoose && <Button onPress={() => setChoosing(true)}>{texts.choose}</Button>}
      </Actions>
      {visibility !== 'private' && state === 'issued' && <p className={styles['quiet']}>{texts.print}</p>}
      {mayChoose && (
        <ChoicesDialog badge={badge} enrollmentId={enrollmentId} isOpen={isChoosing} onClose={() => setChoosing(false)} />
      )}
    </Card>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className={styles['lines']}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
