import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, read, type View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { gradingQuery } from './queries';

interface Props {
  grading: View<'GradingView'>;
  work: View<'OfferingWorkView'> | undefined;
  /** It was this assessor's until a moment ago. */
  isLost: boolean;
  onTaken: () => void;
}

/** Who has the attempt, and the way to take it where it is free. */
export function NotHeld({ grading: { attempt, awaits, lease }, work, isLost, onTaken }: Props) {
  const { room, somebody, verdict } = useMessages('grading');
  const format = useFormat();
  const queries = useQueryClient();
  const [now, setNow] = useState(() => Date.now());
  const end = lease ? new Date(lease.expiresAt).getTime() : null;
  useEffect(() => {
    if (end === null) return undefined;
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, end - Date.now()) + 1_000);
    return () => clearTimeout(timer);
  }, [end]);
  const take = useMutation({
    mutationFn: () => read(api.POST('/api/v1/attempts/{id}/lease', { params: { path: { id: attempt.id } } })),
    onSuccess: (taken) => {
      queries.setQueryData(gradingQuery(attempt.id).queryKey, taken);
      onTaken();
      void queries.invalidateQueries({ queryKey: ['grading', 'queue'] });
      void queries.invalidateQueries({ queryKey: ['grading', 'work'] });
    },
  });
  // Blind until both marks are in: the only one that can be seen now is one's own, and the second is somebody else's.
  if (awaits === 'second' && attempt.verdicts.length > 0) return <Notice tone="good">{verdict.marked}</Notice>;
  const isHeld = !isLost && lease !== null && end !== null && end > now;
  const holder = work?.claims.find(({ assessorId }) => assessorId === lease?.assessorId)?.name || somebody;
  return (
    <div role="status">
      <Notice tone="warn" title={isLost ? room.lost : room.notYours}>
        <p>{isLost ? room.lostTo : isHeld ? room.heldBy(holder, format.time(lease.expiresAt)) : room.free}</p>
        {take.error ? <ProblemNotice problem={take.error} /> : null}
        {!isHeld && (
          <div>
            <Button look="primary" isPending={take.isPending} onPress={() => take.mutate()}>
              {room.take}
            </Button>
          </div>
        )}
      </Notice>
    </div>
  );
}
