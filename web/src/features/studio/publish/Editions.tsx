import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Loaded } from '../../../ui/Loaded';
import { Card } from '../../../ui/Page';
import { Table } from '../../../ui/Table';
import { editionsQuery, type MicroCredential } from '../queries';
import styles from './publish.module.css';

export function Editions({ microCredential }: { microCredential: MicroCredential }) {
  const { publish: texts } = useMessages('studio');
  const format = useFormat();
  const query = useQuery(editionsQuery(microCredential.id));
  return (
    <Card title={texts.editions}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles['quiet']}>{texts.noEditions}</p>
          ) : (
            <Table
              caption={texts.editions}
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                { key: 'number', label: texts.edition, cell: ({ number }) => texts.editionNumber(number) },
                { key: 'date', label: texts.when, cell: ({ publishedAt }) => format.dateTime(publishedAt) },
                { key: 'title', label: texts.editionTitle, cell: ({ title }) => title },
                { key: 'note', label: texts.changeNote, cell: ({ changeNote }) => changeNote || '–' },
              ]}
            />
          )
        }
      </Loaded>
    </Card>
  );
}
