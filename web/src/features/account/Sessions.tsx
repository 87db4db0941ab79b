import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Monitor } from 'lucide-react';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Actions } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Chip } from '../../ui/Notice';
import { Card } from '../../ui/Page';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { Question } from '../../ui/Question';
import { tell } from '../../ui/toast';
import { Entry, Entries } from './Entry';
import { type OwnSession, sessionsQuery } from './queries';
import { nameDevice } from './user-agent';

/** Devices that need no password to come in. */
export function Sessions() {
  const { sessions: texts } = useMessages('account');
  const query = useQuery(sessionsQuery);
  return (
    <Card title={texts.title}>
      <Loaded query={query}>
        {(sessions) => (
          <>
            <Entries>
              {sessions.map((session) => (
                <SessionEntry key={session.id} session={session} />
              ))}
            </Entries>
            {sessions.length > 1 && <EndOthers />}
          </>
        )}
      </Loaded>
    </Card>
  );
}

function SessionEntry({ session: { id, current, userAgent, createdAt, lastSeenAt } }: { session: OwnSession }) {
  const { sessions: texts } = useMessages('account');
  const format = useFormat();
  const queries = useQueryClient();
  const { browser, system } = nameDevice(userAgent);
  const where = texts.on(browser ?? texts.unknownBrowser, system ?? texts.unknownSystem);
  const end = useMutation({
    mutationFn: () => read(api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      tell(texts.ended(where));
      await queries.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    },
  });
  return (
    <Entry
      icon={<Monitor aria-hidden />}
      name={
        <>
          {where} {current && <Chip tone="good">{texts.here}</Chip>}
        </>
      }
      facts={[texts.since(format.date(createdAt)), ...(current ? [] : [texts.lastUsed(format.relative(lastSeenAt))])]}
      action={
        !current && (
          <Button aria-label={texts.endOne(where)} isPending={end.isPending} onPress={() => end.mutate()}>
            {texts.end}
          </Button>
        )
      }
    >
      {end.error && <ProblemNotice problem={end.error} />}
    </Entry>
  );
}

function EndOthers() {
  const { sessions: texts } = useMessages('account');
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const end = useMutation({
    mutationFn: () => read(api.DELETE('/api/v1/me/sessions')),
    onSuccess: async () => {
      setAsked(false);
      tell(texts.endedOthers);
      await queries.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    },
  });
  return (
    <Actions>
      <Button look="danger" onPress={() => setAsked(true)}>
        {texts.endOthers}
      </Button>
      <Question
        title={texts.endOthers}
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        yes={texts.endOthers}
        act={end}
        look="danger"
      >
        {texts.endOthersMeans}
      </Question>
    </Actions>
  );
}
