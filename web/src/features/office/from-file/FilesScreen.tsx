import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useRole } from '../../../app/session';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { FileField } from '../../../ui/FileField';
import { Actions, Form } from '../../../ui/Form';
import { Loaded } from '../../../ui/Loaded';
import { MoreButton } from '../../../ui/MoreButton';
import { Chip, Notice } from '../../../ui/Notice';
import { Card, Page } from '../../../ui/Page';
import { Table } from '../../../ui/Table';
import styles from '../office.module.css';
import { offeringQuery } from '../queries';
import { filesQuery, uploadPeople } from './queries';

export const filesRoute = createLazyRoute('/enrollment-imports')({ component: FilesScreen });

/** Upload a list of people, for one offering or for several. */
function FilesScreen() {
  const { file: texts } = useMessages('enrollment');
  const { offerings } = useMessages('office');
  const { errors } = useMessages('common');
  const { offeringId } = filesRoute.useSearch();
  const isOffice = useRole('office', 'admin');
  const offering = useQuery({ ...offeringQuery(offeringId ?? ''), enabled: isOffice && offeringId !== undefined });
  const title = offering.data?.data.title;
  const crumb = title && offeringId ? [{ label: title, to: '/offerings/$offeringId' as const, params: { offeringId } }] : [];
  return (
    <Page title={texts.title} lead={texts.lead} crumbs={[{ label: offerings.title, to: '/offerings' }, ...crumb]}>
      {isOffice ? (
        <>
          <Upload offeringId={offeringId} />
          <Earlier offeringId={offeringId} />
        </>
      ) : (
        <Notice tone="warn">{errors.notAllowed}</Notice>
      )}
    </Page>
  );
}

const EXAMPLE = {
  one: 'email,name\nlea@example.org,Lea Lindqvist',
  all: 'email,name,offering\nlea@example.org,Lea Lindqvist,Autumn 2026',
};

function Upload({ offeringId }: { offeringId: string | undefined }) {
  const { file: texts } = useMessages('enrollment');
  const queries = useQueryClient();
  const navigate = filesRoute.useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const upload = useMutation({
    mutationFn: (chosen: File) => uploadPeople(chosen, offeringId),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['people-files', 'list'] });
      await navigate({ to: '/enrollment-imports/$importId', params: { importId: id } });
    },
  });
  return (
    <Card>
      <Form problem={upload.error} onSubmit={() => file && upload.mutate(file)}>
        <FileField
          name="file"
          label={texts.file}
          hint={offeringId ? texts.hintOne : texts.hintAll}
          accept=".csv,text/csv"
          onChoose={setFile}
        />
        <details className={styles['fold']}>
          <summary>{texts.example}</summary>
          <pre>{offeringId ? EXAMPLE.one : EXAMPLE.all}</pre>
        </details>
        <Actions>
          <Button type="submit" look="primary" isDisabled={!file} isPending={upload.isPending}>
            {texts.upload}
          </Button>
          <span role="status">{upload.isPending && texts.uploading}</span>
        </Actions>
      </Form>
    </Card>
  );
}

function Earlier({ offeringId }: { offeringId: string | undefined }) {
  const { file: texts } = useMessages('enrollment');
  const format = useFormat();
  const query = useInfiniteQuery(filesQuery(offeringId));
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Card title={texts.earlier}>
      <Loaded query={query}>
        {() =>
          rows.length === 0 ? (
            <p>{texts.empty}</p>
          ) : (
            <Table
              caption={texts.listTitle}
              rows={rows}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'file',
                  label: texts.columns.file,
                  cell: ({ id, fileName }) => (
                    <Link to="/enrollment-imports/$importId" params={{ importId: id }}>
                      {fileName}
                    </Link>
                  ),
                },
                { key: 'uploaded', label: texts.columns.uploaded, cell: ({ uploadedAt }) => format.dateTime(uploadedAt) },
                {
                  key: 'state',
                  label: texts.columns.state,
                  cell: ({ state }) => <Chip tone={state === 'finished' ? 'good' : 'plain'}>{texts.states[state]}</Chip>,
                },
                { key: 'rows', label: texts.columns.rows, isNumber: true, cell: ({ total }) => format.number(total) },
              ]}
            />
          )
        }
      </Loaded>
      <MoreButton query={query} />
    </Card>
  );
}
