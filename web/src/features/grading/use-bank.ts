import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, read } from '../../api/client';
import { queryClient } from '../../api/queries';
import { useRole, useSession } from '../../app/session';
import { useMessages } from '../../i18n';
import { tell } from '../../ui/toast';
import type { KeptComment } from './bank-order';
import { moveKeptBank } from './move-kept-bank';
import { bankQuery } from './queries';

export interface Bank {
  offeringId: string;
  /** Whether comments can be kept and put in: who assesses the offering can. */
  isThere: boolean;
  isEmpty: boolean;
  has: (text: string) => boolean;
  keep: (text: string, criterionId: string | null) => void;
  use: (comment: KeptComment) => void;
}

const renew = () => queryClient.invalidateQueries({ queryKey: ['grading', 'bank'] });

/** An assessor's comments for using again, with those that others share. */
export function useBank(offeringId: string): Bank {
  const { bank } = useMessages('grading');
  const { person } = useSession();
  const mayGrade = useRole('assessor');
  const { data } = useInfiniteQuery({ ...bankQuery(offeringId, ''), enabled: mayGrade });
  const isThere = data !== undefined;
  useEffect(() => {
    if (!isThere) return;
    moveKeptBank(person.id, offeringId).then(
      (moved) => (moved ? renew() : undefined),
      () => undefined,
    );
  }, [isThere, person.id, offeringId]);
  const { mutate: keep } = useMutation({
    mutationFn: ({ text, criterionId }: { text: string; criterionId: string | null }) => {
      const scope = criterionId === null ? ('micro_credential' as const) : ('criterion' as const);
      const body = { text, scope, shared: false, ...(criterionId === null ? {} : { criterionId }) };
      return read(api.POST('/api/v1/offerings/{id}/comment-bank', { params: { path: { id: offeringId } }, body }));
    },
    onSuccess: () => {
      tell(bank.kept);
      return renew();
    },
    onError: () => tell(bank.notKept),
  });
  const { mutate: use } = useMutation({
    mutationFn: ({ id }: KeptComment) => read(api.POST('/api/v1/kept-comments/{id}/uses', { params: { path: { id } } })),
    onSuccess: renew,
  });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return {
    offeringId,
    isThere,
    isEmpty: items.length === 0,
    has: (text) => items.some((comment) => comment.own && comment.text === text.trim()),
    keep: (text, criterionId) => keep({ text, criterionId }),
    use,
  };
}
