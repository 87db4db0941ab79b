import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { Button, type Look } from '../../../ui/Button';
import { tell } from '../../../ui/toast';
import { platformsQuery } from '../queries';

interface Props {
  /** All of a platform or of a column that have not arrived, or that of one person in any case. */
  of: { platformId: string } | { columnId: string; identityId?: string };
  look?: Look;
  'aria-label'?: string;
  children: ReactNode;
}

/** Sends scores again. What is on its way just now is not sent twice, so that pressing it once more does no harm. */
export function ResendButton({ of, look = 'plain', children, ...props }: Props) {
  const { gradebook } = useMessages('platforms');
  const queries = useQueryClient();
  const resend = useMutation({
    mutationFn: () =>
      'platformId' in of
        ? read(api.POST('/api/v1/lti/platforms/{id}/score-resends', { params: { path: { id: of.platformId } } }))
        : read(
            api.POST('/api/v1/lti/columns/{id}/score-resends', {
              params: { path: { id: of.columnId } },
              body: of.identityId === undefined ? {} : { identityId: of.identityId },
            }),
          ),
    onSuccess: async ({ scores }) => {
      tell(gradebook.resent(scores));
      await queries.invalidateQueries({ queryKey: platformsQuery.queryKey });
    },
    onError: () => tell(gradebook.notResent),
  });
  return (
    <Button look={look} isPending={resend.isPending} onPress={() => resend.mutate()} {...props}>
      {children}
    </Button>
  );
}
