import { useQuery } from '@tanstack/react-query';
import { useRole } from '../../app/session';
import { useMessages } from '../../i18n';
import { CopyField } from '../../ui/CopyField';
import { Card } from '../../ui/Page';
import { embeddingQuery } from '../institution/queries';
import { embedSnippet } from './embed-snippet';
import type { Offering } from './queries';

/** For systems that do not speak LTI. */
export function LinksForOthers({ offering: { id, title } }: { offering: Pick<Offering, 'id' | 'title'> }) {
  const { links } = useMessages('office');
  const address = `${location.origin}/go/${id}`;
  const isOffice = useRole('office', 'admin');
  return (
    <Card title={links.title}>
      <p>{links.text}</p>
      <CopyField label={links.whole} value={address} />
      <CopyField label={links.project} value={`${address}?show=project`} />
      <CopyField label={links.card} hint={links.cardHint} value={embedSnippet(location.origin, { id, title })} />
      {isOffice && <WhoMayShowIt />}
    </Card>
  );
}

function WhoMayShowIt() {
  const { links } = useMessages('office');
  const { data: answer } = useQuery(embeddingQuery);
  if (!answer) return null;
  const { origins } = answer.data;
  return <p>{origins.length === 0 ? links.cardNobody : links.cardSites(origins.join(', '))}</p>;
}
