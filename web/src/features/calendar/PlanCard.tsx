import { useState } from 'react';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { Card } from '../../ui/Page';
import styles from './calendar.module.css';
import { dayIn } from './days';
import { PlanForm } from './PlanForm';
import type { Way } from './queries';
import { useDays } from './use-days';

/** The time that the learner sets aside, for each way that has something left to do. */
export function PlanCard({ ways, timeZone, today }: { ways: readonly Way[]; timeZone: string; today: string }) {
  const { plan } = useMessages('calendar');
  const [planned, setPlanned] = useState<Way | null>(null);
  const shown = ways.filter(({ canPlan, plan: made }) => canPlan || made !== null);
  if (shown.length === 0) return null;
  const close = () => setPlanned(null);
  return (
    <Card title={plan.title}>
      <p>{plan.intro}</p>
      <ul className={styles['ways']}>
        {shown.map((way) => (
          <PlannedWay key={way.enrollmentId} way={way} timeZone={timeZone} onPlan={() => setPlanned(way)} />
        ))}
      </ul>
      <Dialog title={planned ? plan.makeFor(planned.title) : plan.title} isOpen={planned !== null} onClose={close}>
        {planned && <PlanForm way={planned} today={today} onDone={close} />}
      </Dialog>
    </Card>
  );
}

function PlannedWay({ way, timeZone, onPlan }: { way: Way; timeZone: string; onPlan: () => void }) {
  const { plan } = useMessages('calendar');
  const format = useFormat();
  const days = useDays();
  const { title, minutesLeft, plan: made, finishesOn, dueAt, endsAt, canPlan } = way;
  const week = made?.minutes.flatMap((minutes, index) =>
    minutes > 0 ? [plan.day(days.weekdays[index]?.short ?? '', format.minutes(minutes))] : [],
  );
  const due = dueAt && dayIn(timeZone, new Date(dueAt));
  const ends = endsAt && dayIn(timeZone, new Date(endsAt));
  return (
    <li className={styles['way']}>
      <div>
        <h3>{title}</h3>
        <p className={styles['quiet']}>{minutesLeft > 0 ? plan.left(format.minutes(minutesLeft)) : plan.nothingLeft}</p>
        {week && (
          <p>{[plan.week(week.join(', ')), finishesOn && plan.finishes(days.plain(finishesOn))].filter(Boolean).join(' · ')}</p>
        )}
        {finishesOn && due && finishesOn > due && (
          <Notice tone="warn">{plan.tooLate(days.plain(finishesOn), days.plain(due))}</Notice>
        )}
        {finishesOn && !due && ends && finishesOn > ends && (
          <Notice tone="warn">{plan.endsBefore(days.plain(finishesOn), days.plain(ends))}</Notice>
        )}
      </div>
      {(canPlan || made) && (
        <Button aria-label={made ? plan.changeFor(title) : plan.makeFor(title)} onPress={onPlan}>
          {made ? plan.change : plan.make}
        </Button>
      )}
    </li>
  );
}
