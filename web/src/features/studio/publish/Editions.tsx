import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { View } from '../../../api/client';
import { useRole } from '../../../app/session';
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
  const isOffice = useRole('office', 'admin');
  const isAuthor = useRole('instructor', 'admin');
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
                ...(isAuthor ? [{ key: 'package', label: texts.package, cell: showPackage(texts.exportEdition) }] : []),
                ...(isOffice ? [{ key: 'qualified', label: texts.newlyQualified, cell: showQualified(texts.lookUp) }] : []),
              ]}
            />
          )
        }
      </Loaded>
    </Card>
  );
}

/** Right answers are in it, so authors alone are offered it. */
const showPackage =
  (words: (number: number) => string) =>
  ({ id, number }: View<'EditionSummaryView'>) => (
    <a href={`/api/v1/editions/${id}/package`} download>
      {words(number)}
    </a>
  );

/** People on earlier editions who meet the rules of this one: a matter of the office. */
const showQualified =
  (words: (number: number) => string) =>
  ({ id, number }: View<'EditionSummaryView'>) => (
    <Link to="/editions/$editionId/newly-qualified" params={{ editionId: id }}>
      {words(number)}
    </Link>
  );
