import { useQueryClient } from '@tanstack/react-query';
import { api, type Answer, read } from '../../api/client';
import { useMessages } from '../../i18n';
import { useTimeZone } from '../../i18n/format';
import { useEdit } from '../../kept/use-edit';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { EditConflict } from '../../ui/EditConflict';
import { Actions, Form } from '../../ui/Form';
import { tell } from '../../ui/toast';
import { OfferingFields } from './OfferingForm';
import { changeOf, faultsOf, valuesOf } from './offering-values';
import { type Offering, offeringQuery } from './queries';
import { useOfferingWords } from './use-offering-words';

export interface ChangeOfferingProps {
  offering: Offering;
  etag: string | null;
  isOpen: boolean;
  onClose: () => void;
}

export function ChangeOfferingDialog(props: ChangeOfferingProps) {
  const { offering } = useMessages('office');
  return (
    <Dialog title={offering.edit} isOpen={props.isOpen} onClose={props.onClose} width="wide">
      <ChangeOfferingForm {...props} />
    </Dialog>
  );
}

function ChangeOfferingForm({ offering, etag, onClose }: ChangeOfferingProps) {
  const { offering: texts } = useMessages('office');
  const { save, cancel } = useMessages('common');
  const queries = useQueryClient();
  const describe = useOfferingWords();
  const timeZone = useTimeZone();
  const { id } = offering;
  const versionOf = (answer: Answer<Offering>) => ({ etag: answer.etag, value: valuesOf(answer.data, timeZone) });
  const edit = useEdit({
    name: `offering.${id}`,
    standing: versionOf({ data: offering, etag }),
    load: async () => versionOf(await queries.fetchQuery({ ...offeringQuery(id), staleTime: 0 })),
    send: (values, header) =>
      read(api.PATCH('/api/v1/offerings/{id}', { params: { path: { id }, header }, body: changeOf(values, timeZone, offering) })),
    onSaved: async () => {
      await queries.invalidateQueries({ queryKey: ['offerings'] });
      tell(texts.saved);
      onClose();
    },
  });
  return (
    <Form
      problem={edit.problem}
      onSubmit={() => {
        if (Object.keys(faultsOf(edit.value)).length === 0) edit.save();
      }}
    >
      <EditConflict edit={edit} describe={describe} />
      <OfferingFields values={edit.value} onChange={edit.set} isTried hasDue={false} />
      <Actions>
        <Button type="submit" look="primary" isPending={edit.isPending}>
          {save}
        </Button>
        <Button
          look="quiet"
          onPress={() => {
            edit.reset();
            onClose();
          }}
        >
          {cancel}
        </Button>
      </Actions>
    </Form>
  );
}
