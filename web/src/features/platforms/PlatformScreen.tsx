import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Facts } from '../../ui/Facts';
import { Actions } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Card } from '../../ui/Page';
import { Question } from '../../ui/Question';
import { tell } from '../../ui/toast';
import { InstitutionPage } from '../institution/InstitutionPage';
import { CopyNotices } from './CopyNotices';
import { Courses } from './Courses';
import { Deployments } from './Deployments';
import { Columns } from './gradebook/Columns';
import { PlatformSettings } from './PlatformSettings';
import { type Platform, platformQuery, platformsQuery } from './queries';
import { StateChip } from './StateChip';

export const platformRoute = createLazyRoute('/institution/platforms/$platformId')({ component: PlatformScreen });

function PlatformScreen() {
  const messages = useMessages('platforms');
  const { platformId } = platformRoute.useParams();
  const query = useQuery(platformQuery(platformId));
  return (
    <InstitutionPage title={query.data?.name ?? messages.title}>
      <Loaded query={query}>
        {(platform) => (
          <>
            <About platform={platform} />
            <Deployments platform={platform} />
            <Courses platform={platform} />
            <Columns platform={platform} />
            <CopyNotices platform={platform} />
            <PlatformSettings platform={platform} />
          </>
        )}
      </Loaded>
    </InstitutionPage>
  );
}

function About({ platform }: { platform: Platform }) {
  const messages = useMessages('platforms');
  const { one } = messages;
  const format = useFormat();
  const { state, issuer, clientId, createdAt, courses, lastLaunchAt, scopes } = platform;
  const services = Object.entries(SERVICES).flatMap(([name, suffix]) =>
    scopes.some((scope) => scope.endsWith(suffix)) ? one.serviceNames[name as keyof typeof SERVICES] : [],
  );
  return (
    <Card title={one.about} actions={<StateChip state={state} />}>
      {state === 'disabled' && <Notice>{one.disabledMeans}</Notice>}
      <Facts
        facts={[
          [one.issuer, <code key="issuer">{issuer}</code>],
          [one.clientId, <code key="client">{clientId}</code>],
          [one.services, services.length > 0 ? services.join(', ') : one.noServices],
          [messages.courses, format.number(courses)],
          [messages.lastLaunch, lastLaunchAt ? format.dateTime(lastLaunchAt) : messages.never],
          [one.since, format.dateTime(createdAt)],
        ]}
      />
      <Activation platform={platform} />
    </Card>
  );
}

/** What the scopes end with, of services that Cairn uses. */
const SERVICES = {
  scores: '/scope/score',
  lineItems: '/scope/lineitem',
  results: '/result.readonly',
  roster: '/contextmembership.readonly',
} as const;

function Activation({ platform: { id, name, state } }: { platform: Platform }) {
  const { one } = useMessages('platforms');
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const params = { path: { id } };
  const done = async (words: string) => {
    setAsked(false);
    tell(words);
    await queries.invalidateQueries({ queryKey: platformsQuery.queryKey });
  };
  const activate = useMutation({
    mutationFn: () => read(api.PUT('/api/v1/lti/platforms/{id}/activation', { params })),
    onSuccess: () => done(one.activated),
  });
  const disable = useMutation({
    mutationFn: () => read(api.DELETE('/api/v1/lti/platforms/{id}/activation', { params })),
    onSuccess: () => done(one.disabled),
  });
  return (
    <Actions>
      {state === 'active' ? (
        <Button look="danger" onPress={() => setAsked(true)}>
          {one.disable}
        </Button>
      ) : (
        <Button look="primary" isPending={activate.isPending} onPress={() => activate.mutate()}>
          {one.activate}
        </Button>
      )}
      <Question
        title={one.disableTitle(name)}
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        yes={one.disableYes}
        act={disable}
        look="danger"
      >
        {one.disableMeans}
      </Question>
    </Actions>
  );
}
