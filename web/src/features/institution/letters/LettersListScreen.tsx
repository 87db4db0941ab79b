import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import type { View } from '../../../api/client';
import { useRole } from '../../../app/session';
import { useMessages } from '../../../i18n';
import { Loaded } from '../../../ui/Loaded';
import { Chip, Notice } from '../../../ui/Notice';
import { Card, Page } from '../../../ui/Page';
import { Table } from '../../../ui/Table';
import { letterListQuery } from '../queries';
import { LETTER_GROUPS } from './letter-groups';
import styles from './letters.module.css';

export const letterListRoute = createLazyRoute('/letters')({ component: LettersListScreen });

type Item = View<'LetterListItemView'>;

/** All that is written to people: what, when and to whom. */
function LettersListScreen() {
  const { title, lead } = useMessages('letters');
  const { errors } = useMessages('common');
  const [isOffice, isAdmin] = [useRole('office'), useRole('admin')];
  return (
    <Page title={title} lead={lead}>
      {isOffice || isAdmin ? <Groups /> : <Notice tone="warn">{errors.notAllowed}</Notice>}
    </Page>
  );
}

function Groups() {
  const { groups } = useMessages('letters');
  const query = useQuery(letterListQuery);
  return (
    <Loaded query={query}>
      {({ items }) => (
        <>
          {Object.entries(LETTER_GROUPS).map(([group, names]) => (
            <Card key={group} title={groups[group as keyof typeof LETTER_GROUPS]}>
              <Letters
                caption={groups[group as keyof typeof LETTER_GROUPS]}
                items={names.flatMap((name) => items.filter(({ letter }) => letter === name))}
              />
            </Card>
          ))}
        </>
      )}
    </Loaded>
  );
}

function Letters({ caption, items }: { caption: string; items: readonly Item[] }) {
  const { name, when, to, own: ownWords, ownIn, standard, items: texts } = useMessages('letters');
  return (
    <Table
      caption={caption}
      rows={items}
      rowKey={({ letter }) => letter}
      columns={[
        {
          key: 'name',
          label: name,
          width: '22%',
          cell: ({ letter }) => (
            <Link to="/letters/$letter" params={{ letter }}>
              {texts[letter].name}
            </Link>
          ),
        },
        { key: 'when', label: when, width: '38%', cell: ({ letter }) => texts[letter].when },
        { key: 'to', label: to, width: '24%', cell: ({ letter }) => texts[letter].to },
        {
          key: 'own',
          label: ownWords,
          cell: ({ own }) =>
            own.length === 0 ? (
              <span className={styles['quiet']}>{standard}</span>
            ) : (
              <span className={styles['chips']}>
                {own.map((language) => (
                  <Chip key={language} tone="good">
                    {ownIn[language]}
                  </Chip>
                ))}
              </span>
            ),
        },
      ]}
    />
  );
}
