import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read, type View } from '../../api/client';
import { erasureQuery } from '../../api/queries';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Actions } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Card } from '../../ui/Page';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { tell } from '../../ui/toast';
import styles from './account.module.css';
import { EraseDialog } from './EraseDialog';

/** What goes and what stays when somebody is erased, and the way to it; or the way back, while there is one. */
export function Erasure({ institution }: { institution: string }) {
  const { erasure: texts } = useMessages('account');
  const query = useQuery(erasureQuery);
  const [asking, setAsking] = useState(false);
  return (
    <Card title={texts.title}>
      <p>{texts.lead(institution)}</p>
      <Loaded query={query}>
        {({ erasure }) => (
          <>
            <div role="status" className={styles['told']}>
              {erasure && <Standing erasure={erasure} institution={institution} />}
            </div>
            {erasure?.state !== 'waiting' && erasure?.state !== 'running' && (
              <>
                <WhatBecomes />
                <p>{texts.grace}</p>
                <Actions>
                  <Button look="danger" onPress={() => setAsking(true)}>
                    {texts.ask}
                  </Button>
                </Actions>
              </>
            )}
          </>
        )}
      </Loaded>
      <EraseDialog institution={institution} isOpen={asking} onClose={() => setAsking(false)} />
    </Card>
  );
}

function WhatBecomes() {
  const { erasure: texts } = useMessages('account');
  return (
    <section aria-labelledby="fates" className={styles['told']}>
      <h3 id="fates">{texts.becomes}</h3>
      <dl className={styles['fates']}>
        {texts.rows.map(({ what, fate }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{fate}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Standing({ erasure, institution }: { erasure: View<'ErasureView'>; institution: string }) {
  const { erasure: texts } = useMessages('account');
  const format = useFormat();
  const queries = useQueryClient();
  const keep = useMutation({
    mutationFn: () => read(api.DELETE('/api/v1/me/erasure')),
    onSuccess: async () => {
      tell(texts.kept);
      await queries.invalidateQueries({ queryKey: erasureQuery.queryKey });
    },
  });
  const { state, dueAt, badges, refusal, byInstitution } = erasure;
  if (state === 'refused' && refusal)
    return (
      <Notice tone="warn" title={texts.refusedTitle(institution)}>
        <p>{texts.refusals[refusal]}</p>
      </Notice>
    );
  if (state === 'running') return <Notice tone="warn">{texts.running}</Notice>;
  if (state !== 'waiting') return null;
  return (
    <Notice tone="warn" title={texts.waitingTitle(format.dateTime(dueAt))}>
      <p>{byInstitution ? texts.waitingByInstitution(institution) : texts.waiting}</p>
      <p>{texts.badgesThen[badges]}</p>
      {keep.error && <ProblemNotice problem={keep.error} />}
      <Actions>
        <Button look="primary" isPending={keep.isPending} onPress={() => keep.mutate()}>
          {texts.keep}
        </Button>
      </Actions>
    </Notice>
  );
}
