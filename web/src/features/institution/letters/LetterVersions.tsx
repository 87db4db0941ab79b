import { useQuery } from '@tanstack/react-query';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { Loaded } from '../../../ui/Loaded';
import { Card } from '../../../ui/Page';
import { letterVersionsQuery } from '../queries';
import styles from './letters.module.css';

type Letter = View<'LetterView'>;

interface Props extends Pick<Letter, 'letter' | 'language' | 'version'> {
  onTake: (words: View<'LetterTextDto'>) => void;
}

/** What it said before; each can be put into the form again. */
export function LetterVersions({ letter, language, version, onTake }: Props) {
  const { versions, noVersions } = useMessages('letters');
  const query = useQuery(letterVersionsQuery(letter, language, version));
  return (
    <Card title={versions}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles['quiet']}>{noVersions}</p>
          ) : (
            <ul className={styles['versions']}>
              {items.map((one) => (
                <Version key={one.version} version={one} language={language} onTake={onTake} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}

function Version({ version: { version, text, changedBy, changedAt }, language, onTake }: VersionProps) {
  const { version: named, someone, cairnsWords, take } = useMessages('letters');
  const format = useFormat();
  const name = named(version, changedBy ?? someone, format.dateTime(changedAt));
  return (
    <li>
      {text === null ? (
        <p>
          {name}: {cairnsWords}
        </p>
      ) : (
        <details>
          <summary>{name}</summary>
          <p lang={language}>
            <b>{text.subject}</b>
          </p>
          <pre lang={language} className={styles['words']}>
            {text.body}
          </pre>
          <Button onPress={() => onTake({ subject: text.subject, body: text.body })}>{take}</Button>
        </details>
      )}
    </li>
  );
}

interface VersionProps {
  version: View<'LetterVersionView'>;
  language: string;
  onTake: Props['onTake'];
}
