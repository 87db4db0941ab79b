import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
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
import { NewToken } from './NewToken';
import { type ApiToken, tokensQuery } from './queries';
import { useScopeWords } from './use-scope-words';

/** What lets programs of one's own act as oneself. */
export function Tokens() {
  const { tokens: texts } = useMessages('account');
  const query = useQuery(tokensQuery);
  return (
    <Card title={texts.title}>
      <p>
        {texts.lead} <a href="/api/docs">{texts.docs}</a>
      </p>
      <Loaded query={query}>
        {(tokens) =>
          tokens.length === 0 ? (
            <p>{texts.empty}</p>
          ) : (
            <Entries>
              {tokens.map((token) => (
                <TokenEntry key={token.id} token={token} />
              ))}
            </Entries>
          )
        }
      </Loaded>
      <NewToken />
    </Card>
  );
}

function TokenEntry({ token: { id, name, scopes, createdAt, expiresAt, lastUsedAt } }: { token: ApiToken }) {
  const { tokens: texts } = useMessages('account');
  const format = useFormat();
  const words = useScopeWords();
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const revoke = useMutation({
    mutationFn: () => read(api.DELETE('/api/v1/me/api-tokens/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      setAsked(false);
      tell(texts.revoked(name));
      await queries.invalidateQueries({ queryKey: tokensQuery.queryKey });
    },
  });
  return (
    <Entry
      icon={<KeyRound aria-hidden />}
      name={name}
      facts={[
        texts.createdOn(format.date(createdAt)),
        expiresAt ? texts.until(format.date(expiresAt)) : texts.endless,
        lastUsedAt ? texts.lastUsed(format.relative(lastUsedAt)) : texts.unused,
      ]}
      action={
        <Button aria-label={texts.revokeOne(name)} onPress={() => setAsked(true)}>
          {texts.revoke}
        </Button>
      }
    >
      <details>
        <summary>{texts.may(scopes.length)}</summary>
        <ul>
          {scopes.map((scope) => (
            <li key={scope}>{words(scope)}</li>
          ))}
        </ul>
      </details>
      <Question
        title={texts.revokeTitle(name)}
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        yes={texts.revoke}
        act={revoke}
        look="danger"
      >
        {texts.revokeMeans}
      </Question>
    </Entry>
  );
}
