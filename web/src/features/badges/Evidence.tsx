import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read, type View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Page';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { Question } from '../../ui/Question';
import { tell } from '../../ui/toast';
import { type Badge, evidenceQuery } from './queries';
import styles from './badges.module.css';

/** What of one's work the badge leads to; nothing where it leads to none. */
export function Evidence({ badge }: { badge: Badge }) {
  const { evidence: texts } = useMessages('badges');
  const { data, error } = useQuery(evidenceQuery(badge.id));
  if (error) return <ProblemNotice problem={error} />;
  if (!data || data.length === 0) return null;
  return (
    <Card title={texts.title}>
      <p>{texts.lead}</p>
      <ul className={styles['links']}>
        {data.map((one) => (
          <ShownEvidence key={one.id} credentialId={badge.id} evidence={one} />
        ))}
      </ul>
    </Card>
  );
}

function ShownEvidence({ credentialId, evidence }: { credentialId: string; evidence: View<'EvidenceView'> }) {
  const { evidence: texts } = useMessages('badges');
  const format = useFormat();
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const { id, name, url, withdrawnAt } = evidence;
  const withdraw = useMutation({
    mutationFn: () => {
      const params = { path: { id: credentialId, evidenceId: id } };
      return read(api.POST('/api/v1/credentials/{id}/evidence/{evidenceId}/withdrawal', { params }));
    },
    onSuccess: async () => {
      setAsked(false);
      tell(texts.done(name));
      await queries.invalidateQueries({ queryKey: evidenceQuery(credentialId).queryKey });
    },
  });
  if (withdrawnAt)
    return (
      <li className={styles['link']} data-over>
        <span>
          {name} <span className={styles['quiet']}>{texts.withdrawn(format.date(withdrawnAt))}</span>
        </span>
      </li>
    );
  return (
    <li className={styles['link']}>
      <a href={url} target="_blank" rel="noopener">
        {name}
      </a>
      <Button aria-label={texts.withdrawOne(name)} onPress={() => setAsked(true)}>
        {texts.withdraw}
      </Button>
      <Question
        title={texts.withdrawTitle(name)}
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        yes={texts.withdraw}
        act={withdraw}
        look="danger"
      >
        {texts.withdrawMeans}
      </Question>
    </li>
  );
}
