import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useRole } from '../../../app/session';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { Facts } from '../../../ui/Facts';
import { Actions } from '../../../ui/Form';
import { Card } from '../../../ui/Page';
import { StateOfPlace } from '../StateOfPlace';
import { WithdrawQuestion } from '../WithdrawQuestion';
import { AccommodationDialog } from './AccommodationDialog';
import { accommodationWords } from './accommodation-words';
import { ExtendDialog } from './ExtendDialog';
import { MoveDialog } from './MoveDialog';
import { accommodationQuery, type Enrollment, type Journey, memberQuery } from './queries';

interface Props {
  enrollment: Enrollment;
  journey: Journey;
}

type Opened = 'extend' | 'move' | 'accommodation' | 'withdraw';

/** What one wants to know of a place first, and what can be done about it. */
export function Glance({ enrollment, journey }: Props) {
  const texts = useMessages('enrollment');
  const { learners } = useMessages('office');
  const isOffice = useRole('office', 'admin');
  const [open, setOpen] = useState<Opened | null>(null);
  const close = () => setOpen(null);
  const { personName } = enrollment;
  return (
    <Card title={texts.glance}>
      <PlaceFacts enrollment={enrollment} journey={journey} isOffice={isOffice} />
      <Actions>
        {enrollment.can.extend && enrollment.projectDueAt && (
          <Button onPress={() => setOpen('extend')}>{texts.extend.open}</Button>
        )}
        {isOffice && <Button onPress={() => setOpen('accommodation')}>{texts.accommodation.open}</Button>}
        {journey.can.arrange && enrollment.state === 'active' && (
          <Button onPress={() => setOpen('move')}>{texts.move.open}</Button>
        )}
        {enrollment.can.withdraw && (
          <Button look="danger" onPress={() => setOpen('withdraw')}>
            {learners.withdraw}
          </Button>
        )}
      </Actions>
      {open === 'extend' && <ExtendDialog enrollment={enrollment} onClose={close} />}
      {open === 'accommodation' && <AccommodationDialog enrollment={enrollment} onClose={close} />}
      {open === 'move' && <MoveDialog enrollment={enrollment} journey={journey} onClose={close} />}
      {open === 'withdraw' && <WithdrawQuestion learner={{ enrollmentId: enrollment.id, personName }} onClose={close} />}
    </Card>
  );
}

function PlaceFacts({ enrollment, journey, isOffice }: Props & { isOffice: boolean }) {
  const texts = useMessages('enrollment');
  const { none } = useMessages('common');
  const format = useFormat();
  const { personId, state, createdAt, startedAt, endedAt, projectDueAt } = enrollment;
  const member = useQuery({ ...memberQuery(personId), enabled: isOffice });
  const accommodation = useQuery({ ...accommodationQuery(personId), enabled: isOffice });
  const { facts } = texts;
  return (
    <Facts
      facts={[
        [facts.state, <StateOfPlace key="state" state={state} />],
        ...(member.data?.email ? [[facts.email, member.data.email] as const] : []),
        [facts.edition, texts.edition(journey.edition.title, journey.edition.number)],
        [facts.due, projectDueAt ? format.dateTime(projectDueAt) : texts.noDeadline],
        [facts.enrolled, format.date(createdAt)],
        [facts.started, startedAt ? format.date(startedAt) : none],
        endedAt
          ? [facts.ended, format.date(endedAt)]
          : [facts.endsAt, journey.endsAt ? format.date(journey.endsAt) : texts.openEnd],
        ...(accommodation.isSuccess
          ? [[facts.accommodation, accommodationWords(accommodation.data, texts.accommodation, format)] as const]
          : []),
      ]}
    />
  );
}
