import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read, type View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { sendOnce } from '../../../kept/send-once';
import { useKept } from '../../../kept/use-kept';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Select } from '../../../ui/fields';
import { Actions, Form } from '../../../ui/Form';
import { Loaded } from '../../../ui/Loaded';
import { Notice } from '../../../ui/Notice';
import { tell } from '../../../ui/toast';
import { editionsQuery, type Enrollment, type Journey, moveQuery, ofEnrollment } from './queries';
import { ReasonField } from './ReasonField';

interface Props {
  enrollment: Enrollment;
  journey: Journey;
  onClose: () => void;
}

/** First what the move would mean, then the move. */
export function MoveDialog({ enrollment, journey, onClose }: Props) {
  const { move: texts } = useMessages('enrollment');
  const format = useFormat();
  const query = useQuery(editionsQuery(journey.edition.microCredentialId));
  const [editionId, setEditionId] = useState('');
  return (
    <Dialog title={texts.title(enrollment.personName)} isOpen onClose={onClose} width="wide">
      <Loaded query={query}>
        {({ items }) => {
          const others = items.filter(({ id }) => id !== journey.edition.id);
          if (others.length === 0) return <p>{texts.only}</p>;
          const choices = others.map(({ id, number, publishedAt }) => ({
            value: id,
            label: texts.number(number, format.date(publishedAt)),
          }));
          return (
            <>
              <Select
                label={texts.to}
                value={editionId}
                onChange={setEditionId}
                choices={[{ value: '', label: texts.choose }, ...choices]}
              />
              {editionId !== '' && (
                <MovePlan key={editionId} enrollmentId={enrollment.id} editionId={editionId} onClose={onClose} />
              )}
            </>
          );
        }}
      </Loaded>
    </Dialog>
  );
}

interface PlanProps {
  enrollmentId: string;
  editionId: string;
  onClose: () => void;
}

function MovePlan({ enrollmentId, editionId, onClose }: PlanProps) {
  const { move: texts } = useMessages('enrollment');
  const queries = useQueryClient();
  const query = useQuery(moveQuery(enrollmentId, editionId));
  const reason = useKept(`move.${enrollmentId}`, '');
  const move = useMutation({
    mutationFn: () =>
      sendOnce(`move.${enrollmentId}.${editionId}`, (headers) =>
        read(
          api.POST('/api/v1/enrollments/{id}/edition-move', {
            params: { path: { id: enrollmentId } },
            body: { editionId, reason: reason.value },
            headers,
          }),
        ),
      ),
    onSuccess: async ({ to }) => {
      reason.forget('');
      onClose();
      tell(texts.saved(to.number));
      await queries.invalidateQueries({ queryKey: ofEnrollment(enrollmentId) });
    },
  });
  return (
    <Loaded query={query}>
      {(plan) => (
        <Form problem={move.error} onSubmit={() => move.mutate()}>
          <WhatChanges plan={plan} />
          <ReasonField value={reason.value} onChange={reason.set} />
          <Actions>
            <Button type="submit" look="primary" isPending={move.isPending}>
              {texts.save}
            </Button>
          </Actions>
        </Form>
      )}
    </Loaded>
  );
}

function WhatChanges({ plan: { from, to, kept, lost, added } }: { plan: View<'EditionMoveView'> }) {
  const { move: texts } = useMessages('enrollment');
  const format = useFormat();
  const isSame = lost.length === 0 && added.length === 0;
  return (
    <Notice tone={lost.some(({ begun }) => begun) ? 'warn' : 'plain'}>
      <p>{texts.progress(format.percent(from.progress.share), format.percent(to.progress.share))}</p>
      <p>{isSame ? texts.nothingChanges : texts.kept(kept.length)}</p>
      <Activities title={texts.lost} activities={lost} />
      <Activities title={texts.added} activities={added} />
    </Notice>
  );
}

function Activities({ title, activities }: { title: string; activities: readonly View<'MovedActivityView'>[] }) {
  const { move: texts } = useMessages('enrollment');
  if (activities.length === 0) return null;
  const standing = ({ completed, begun }: View<'MovedActivityView'>) =>
    completed ? ` (${texts.done})` : begun ? ` (${texts.begun})` : '';
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <ul>
        {activities.map((activity) => (
          <li key={activity.activityId}>
            {activity.title}
            {standing(activity)}
          </li>
        ))}
      </ul>
    </>
  );
}
