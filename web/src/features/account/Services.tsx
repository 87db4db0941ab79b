import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plug } from 'lucide-react';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Loaded } from '../../ui/Loaded';
import { Card } from '../../ui/Page';
import { Question } from '../../ui/Question';
import { tell } from '../../ui/toast';
import { Entries, Entry } from './Entry';
import { type Service, servicesQuery } from './queries';
import { serviceScopeName } from './scopes';

/** Programs of others that one let in (Open Badges 3.0 §6). */
export function Services() {
  const { services: texts } = useMessages('account');
  const query = useQuery(servicesQuery);
  return (
    <Card title={texts.title}>
      <p>{texts.lead}</p>
      <Loaded query={query}>
        {(services) =>
          services.length === 0 ? (
            <p>{texts.empty}</p>
          ) : (
            <Entries>
              {services.map((service) => (
                <ServiceEntry key={service.id} service={service} />
              ))}
            </Entries>
          )
        }
      </Loaded>
    </Card>
  );
}

function ServiceEntry({ service: { id, name, scopes, connectedAt, lastUsedAt } }: { service: Service }) {
  const { services: texts } = useMessages('account');
  const format = useFormat();
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const disconnect = useMutation({
    mutationFn: () => read(api.DELETE('/api/v1/me/services/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      setAsked(false);
      tell(texts.disconnected(name));
      await queries.invalidateQueries({ queryKey: servicesQuery.queryKey });
    },
  });
  const words = scopes.map((scope) => {
    const known = serviceScopeName(scope);
    return known ? texts.scopes[known] : scope;
  });
  return (
    <Entry
      icon={<Plug aria-hidden />}
      name={name}
      facts={[
        ...words,
        texts.connected(format.date(connectedAt)),
        lastUsedAt ? texts.lastUsed(format.relative(lastUsedAt)) : texts.unused,
      ]}
      action={
        <Button aria-label={texts.disconnectOne(name)} onPress={() => setAsked(true)}>
          {texts.disconnect}
        </Button>
      }
    >
      <Question
        title={texts.disconnectTitle(name)}
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        yes={texts.disconnect}
        act={disconnect}
        look="danger"
      >
        {texts.disconnectMeans}
      </Question>
    </Entry>
  );
}
