import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { useKept } from '../../kept/use-kept';
import { Button } from '../../ui/Button';
import { Group, Select, TextField } from '../../ui/fields';
import { Actions, Form } from '../../ui/Form';
import { tell } from '../../ui/toast';
import styles from './calendar.module.css';
import { choicesFor, NO_TIME, ofWeek, weeksFor } from './plan-week';
import { calendarQuery, type Way } from './queries';
import { useDays } from './use-days';

interface Props {
  way: Way;
  today: string;
  onDone: () => void;
}

/** How much time on which days; for one way. */
export function PlanForm({ way, today, onDone }: Props) {
  const { plan: texts } = useMessages('calendar');
  const format = useFormat();
  const days = useDays();
  const queries = useQueryClient();
  const { enrollmentId, plan, minutesLeft } = way;
  const begin = { minutes: [...(plan?.minutes ?? NO_TIME)], startsOn: plan?.startsOn ?? today };
  const kept = useKept(`plan.${enrollmentId}.${plan?.updatedAt ?? 'none'}`, begin);
  const { minutes, startsOn } = kept.value;
  const [tried, setTried] = useState(false);
  const params = { path: { id: enrollmentId } };
  const done = async (words: string) => {
    kept.forget(kept.value);
    await queries.invalidateQueries({ queryKey: calendarQuery.queryKey });
    tell(words);
    onDone();
  };
  const save = useMutation({
    mutationFn: () => read(api.PUT('/api/v1/enrollments/{id}/study-plan', { params, body: kept.value })),
    onSuccess: () => done(texts.saved),
  });
  const drop = useMutation({
    mutationFn: () => read(api.DELETE('/api/v1/enrollments/{id}/study-plan', { params })),
    onSuccess: () => done(texts.dropped),
  });
  const weeks = weeksFor(minutesLeft, minutes);
  const submit = () => {
    setTried(true);
    if (weeks !== null) save.mutate();
  };
  return (
    <Form problem={save.error ?? drop.error} onSubmit={submit}>
      <Group label={texts.form}>
        <div className={styles['week']}>
          {days.weekdays.map(({ long }, index) => (
            <Select
              key={long}
              label={long}
              value={String(minutes[index] ?? 0)}
              onChange={(value) => kept.set({ startsOn, minutes: minutes.with(index, Number(value)) })}
              choices={choicesFor(minutes[index] ?? 0).map((time) => ({
                value: String(time),
                label: time === 0 ? texts.noTime : format.minutes(time),
              }))}
            />
          ))}
        </div>
      </Group>
      <TextField
        label={texts.from}
        type="date"
        name="startsOn"
        required
        value={startsOn}
        onChange={(value) => kept.set({ minutes, startsOn: value || today })}
      />
      <p role="status">{weeks === null ? tried && texts.needsTime : texts.estimate(format.minutes(ofWeek(minutes)), weeks)}</p>
      <Actions>
        <Button type="submit" look="primary" isPending={save.isPending}>
          {texts.save}
        </Button>
        {plan && (
          <Button isPending={drop.isPending} onPress={() => drop.mutate()}>
            {texts.drop}
          </Button>
        )}
      </Actions>
    </Form>
  );
}
