import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, read } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { CopyField } from '../../ui/CopyField';
import { Actions } from '../../ui/Form';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { tell } from '../../ui/toast';
import { linksQuery } from './queries';
import styles from './platforms.module.css';

/** The one that was just made is in the memory of this screen alone; the others can only be withdrawn. */
export function RegistrationLinks() {
  const { connecting } = useMessages('platforms');
  const format = useFormat();
  const queries = useQueryClient();
  const links = useQuery(linksQuery).data?.items ?? [];
  const refresh = () => queries.invalidateQueries({ queryKey: linksQuery.queryKey });
  const make = useMutation({ mutationFn: () => read(api.POST('/api/v1/lti/registration-links')), onSuccess: refresh });
  const withdraw = useMutation({
    mutationFn: (id: string) => read(api.DELETE('/api/v1/lti/registration-links/{id}', { params: { path: { id } } })),
    onSuccess: async (_, id) => {
      if (make.data?.id === id) make.reset();
      tell(connecting.withdrawn);
      await refresh();
    },
  });
  const problem = make.error ?? withdraw.error;
  return (
    <div className={styles['made']}>
      {problem && <ProblemNotice problem={problem} />}
      {make.data && <CopyField label={connecting.link} hint={connecting.linkHint} value={make.data.url} />}
      <Actions>
        <Button look={make.data ? 'plain' : 'primary'} isPending={make.isPending} onPress={() => make.mutate()}>
          {connecting.makeLink}
        </Button>
      </Actions>
      {links.length > 0 && (
        <div>
          <h3>{connecting.openLinks}</h3>
          <ul className={styles['links']}>
            {links.map(({ id, createdAt, expiresAt }) => {
              const made = format.dateTime(createdAt);
              return (
                <li key={id} className={styles['link']}>
                  {connecting.linkOf(made, format.dateTime(expiresAt))}
                  <Button look="quiet" aria-label={connecting.withdrawOne(made)} onPress={() => withdraw.mutate(id)}>
                    {connecting.withdraw}
                  </Button>
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </div>
  );
}
