import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { Card, Page } from '../../ui/Page';
import { CredentialActs } from './CredentialActs';
import { OfficeOnly } from './OfficeOnly';
import { credentialQuery } from './queries';
import { StateChip } from './StateChip';

export const credentialRoute = createLazyRoute('/credentials/$credentialId')({ component: CredentialScreen });

function CredentialScreen() {
  const { credentials: messages } = useMessages('records');
  const { credentialId } = credentialRoute.useParams();
  const query = useQuery(credentialQuery(credentialId));
  const { data } = query;
  const holder = data && (data.holder?.name || messages.gone);
  return (
    <OfficeOnly title={messages.title}>
      <Page
        title={data ? `${data.name}: ${holder}` : messages.title}
        crumbs={[{ label: messages.title, to: '/credentials' }]}
        width="text"
      >
        <Loaded query={query}>
          {(credential) => (
            <>
              <What credential={credential} />
              <CredentialActs key={credential.id} credential={credential} />
            </>
          )}
        </Loaded>
      </Page>
    </OfficeOnly>
  );
}

function What({ credential }: { credential: View<'CredentialView'> }) {
  const { credential: messages, credentials } = useMessages('records');
  const format = useFormat();
  const { holder, state, awardedAt, issuedAt, form, visibility, url, followsId, followedById } = credential;
  const facts: [string, ReactNode][] = [
    [messages.state, <StateChip key="state" state={state} />],
    [messages.holder, [holder?.name || credentials.gone, holder?.email].filter(Boolean).join(', ')],
    [messages.awarded, format.dateTime(awardedAt)],
    [messages.issued, format.dateTime(issuedAt)],
    [messages.form, `${format.number(form)}, ${messages.formHint(String(form))}`],
    [messages.visibility, messages.visibilities[visibility]],
    [
      messages.address,
      <a key="url" href={url} target="_blank" rel="noopener">
        {url}
      </a>,
    ],
  ];
  if (followedById)
    facts.push([
      messages.followed,
      <Link key="followed" to="/credentials/$credentialId" params={{ credentialId: followedById }}>
        {messages.followedLink}
      </Link>,
    ]);
  if (followsId)
    facts.push([
      messages.follows,
      <Link key="follows" to="/credentials/$credentialId" params={{ credentialId: followsId }}>
        {messages.followsLink}
      </Link>,
    ]);
  if (state === 'superseded')
    facts.push([
      credentials.list,
      <Link key="newest" to="/credentials" search={{ q: url }}>
        {messages.newest}
      </Link>,
    ]);
  return (
    <Card title={messages.facts}>
      <Facts facts={facts} />
    </Card>
  );
}
