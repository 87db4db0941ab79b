import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Copy } from 'lucide-react';
import { api, newIdempotencyKey, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { tell } from '../../../ui/toast';
import { type MicroCredentialSummary, remember } from '../queries';
import styles from './list.module.css';
import { StateChip } from './StateChip';

export function MicroCredentialList({ items, mayWrite }: { items: readonly MicroCredentialSummary[]; mayWrite: boolean }) {
  const texts = useMessages('studio');
  const format = useFormat();
  const navigate = useNavigate();
  const duplicate = useMutation({
    mutationFn: (id: string) =>
      read(
        api.POST('/api/v1/micro-credentials/{id}/duplicate', {
          params: { path: { id }, header: newIdempotencyKey() },
        }),
      ),
    onSuccess: (copy) => {
      remember(copy);
      tell(texts.duplicated(copy.title));
      void navigate({ to: '/studio/$microCredentialId', params: { microCredentialId: copy.id } });
    },
  });
  return (
    <>
      {duplicate.error && <ProblemNotice problem={duplicate.error} />}
      <ul className={styles['list']}>
        {items.map((item) => (
          <li key={item.id} className={styles['item']}>
            <div className={styles['what']}>
              <Link to="/studio/$microCredentialId" params={{ microCredentialId: item.id }} className={styles['title']}>
                {item.title}
              </Link>
              <p className={styles['when']}>{texts.changedAt(format.relative(item.updatedAt))}</p>
            </div>
            <StateChip of={item} />
            {mayWrite && (
              <Button
                look="quiet"
                icon={<Copy aria-hidden />}
                aria-label={texts.duplicateThat(item.title)}
                isPending={duplicate.isPending && duplicate.variables === item.id}
                onPress={() => duplicate.mutate(item.id)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
