import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useKept } from '../../../kept/use-kept';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { NumberField } from '../../../ui/fields';
import { Actions, Form, Row } from '../../../ui/Form';
import { Loaded } from '../../../ui/Loaded';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { tell } from '../../../ui/toast';
import { type Accommodation, accommodationQuery, type Enrollment, ofEnrollment } from './queries';
import { ReasonField } from './ReasonField';

interface Props {
  enrollment: Enrollment;
  onClose: () => void;
}

export function AccommodationDialog(props: Props) {
  const { accommodation: texts } = useMessages('enrollment');
  const { personId, personName } = props.enrollment;
  const query = useQuery(accommodationQuery(personId));
  return (
    <Dialog title={texts.title(personName)} isOpen onClose={props.onClose}>
      <p>{texts.text}</p>
      <Loaded query={query}>{(standing) => <AccommodationForm {...props} standing={standing} />}</Loaded>
    </Dialog>
  );
}

interface Typed {
  timeFactor: number | null;
  extraDays: number | null;
  reason: string;
}

function AccommodationForm({ enrollment, standing, onClose }: Props & { standing: Accommodation | null }) {
  const { accommodation: texts } = useMessages('enrollment');
  const queries = useQueryClient();
  const begin: Typed = {
    timeFactor: standing?.timeFactor ?? 1,
    extraDays: standing?.extraDays ?? 0,
    reason: standing?.reason ?? '',
  };
  const kept = useKept(`accommodation.${enrollment.personId}`, begin);
  const { timeFactor, extraDays, reason } = kept.value;
  const set = (changes: Partial<Typed>) => kept.set({ ...kept.value, ...changes });
  const params = { path: { personId: enrollment.personId } };
  const done = async (words: string) => {
    kept.forget(kept.value);
    await queries.invalidateQueries({ queryKey: accommodationQuery(enrollment.personId).queryKey });
    await queries.invalidateQueries({ queryKey: ofEnrollment(enrollment.id) });
    tell(words);
    onClose();
  };
  const grant = useMutation({
    mutationFn: () =>
      read(
        api.PUT('/api/v1/members/{personId}/accommodation', {
          params,
          body: { timeFactor: timeFactor ?? 1, extraDays: extraDays ?? 0, reason },
        }),
      ),
    onSuccess: () => done(texts.saved),
  });
  const end = useMutation({
    mutationFn: () => read(api.DELETE('/api/v1/members/{personId}/accommodation', { params })),
    onSuccess: () => done(texts.ended),
  });
  return (
    <Form problem={grant.error} onSubmit={() => grant.mutate()}>
      {end.error && <ProblemNotice problem={end.error} />}
      <Row>
        <NumberField
          name="timeFactor"
          label={texts.factor}
          hint={texts.factorHint}
          min={1}
          max={10}
          step={0.05}
          value={timeFactor}
          onChange={(factor) => set({ timeFactor: factor })}
        />
        <NumberField
          name="extraDays"
          label={texts.days}
          min={0}
          max={365}
          value={extraDays}
          onChange={(days) => set({ extraDays: days })}
        />
      </Row>
      <ReasonField value={reason} onChange={(text) => set({ reason: text })} />
      <Actions>
        <Button type="submit" look="primary" isPending={grant.isPending}>
          {texts.save}
        </Button>
        {standing && (
          <Button look="danger" isPending={end.isPending} onPress={() => end.mutate()}>
            {texts.end}
          </Button>
        )}
      </Actions>
    </Form>
  );
}
