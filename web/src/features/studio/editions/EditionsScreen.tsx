import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Row } from '../../../ui/Form';
import { Select } from '../../../ui/fields';
import { LinkButton } from '../../../ui/LinkButton';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState } from '../../../ui/Page';
import { comparisonQuery, editionsQuery, type MicroCredential } from '../queries';
import { Workspace } from '../Workspace';
import { Comparison } from './Comparison';
import styles from './editions.module.css';
import { LearnersOn } from './LearnersOn';

export const editionsRoute = createLazyRoute('/studio/$microCredentialId/editions')({ component: EditionsScreen });

const DRAFT = 'draft';

function EditionsScreen() {
  const { microCredentialId } = editionsRoute.useParams();
  return <Workspace id={microCredentialId}>{(microCredential) => <Editions of={microCredential} />}</Workspace>;
}

function Editions({ of: { id, latestEdition } }: { of: MicroCredential }) {
  const { editions: texts } = useMessages('studio');
  if (latestEdition) return <Beside id={id} latestId={latestEdition.id} />;
  return (
    <EmptyState
      title={texts.none}
      action={
        <LinkButton to="/studio/$microCredentialId/publish" params={{ microCredentialId: id }}>
          {texts.toPublish}
        </LinkButton>
      }
    >
      {texts.noneHint}
    </EmptyState>
  );
}

/** Two of them beside each other: by default what is published and the draft. */
function Beside({ id, latestId }: { id: string; latestId: string }) {
  const { editions: texts, publish } = useMessages('studio');
  const format = useFormat();
  const navigate = useNavigate();
  const { from = latestId, to = DRAFT } = editionsRoute.useSearch();
  const editions = useQuery(editionsQuery(id));
  const comparison = useQuery(comparisonQuery(id, from, to === DRAFT ? undefined : to));
  const choices = (editions.data?.items ?? []).map(({ id: value, number, publishedAt }) => ({
    value,
    label: `${publish.editionNumber(number)} · ${format.date(publishedAt)}`,
  }));
  const choose = (search: { from: string; to: string }) =>
    void navigate({ to: '/studio/$microCredentialId/editions', params: { microCredentialId: id }, search, replace: true });
  return (
    <div className={styles['editions']}>
      <Loaded query={editions}>
        {() => (
          <Row>
            <Select label={texts.from} value={from} choices={choices} onChange={(chosen) => choose({ from: chosen, to })} />
            <Select
              label={texts.to}
              value={to}
              choices={[{ value: DRAFT, label: texts.draft }, ...choices]}
              onChange={(chosen) => choose({ from, to: chosen })}
            />
          </Row>
        )}
      </Loaded>
      <LearnersOn id={id} editionId={from} />
      <Loaded query={comparison}>{(data) => <Comparison comparison={data} />}</Loaded>
    </div>
  );
}
