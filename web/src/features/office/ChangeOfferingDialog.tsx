import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { problemOf } from '../../api/problem';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Actions, Form } from '../../ui/Form';
import { Notice } from '../../ui/Notice';
import { tell } from '../../ui/toast';
import { OfferingFields } from './OfferingForm';
import { changeOf, faultsOf, valuesOf } from './offering-values';
import { type Offering, offeringQuery } from './queries';

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
  const { save, conflict } = useMessages('common');
  const queries = useQueryClient();
  const [values, setValues] = useState(() => valuesOf(offering));
  const [base, setBase] = useState(etag);
  const change = useMutation({
    mutationFn: () =>
      read(
        api.PATCH('/api/v1/offerings/{id}', {
          params: { path: { id: offering.id }, header: { 'If-Match': base ?? '*' } },
          body: changeOf(values),
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['offerings'] });
      tell(texts.saved);
      onClose();
    },
  });
  const isConflict = problemOf(change.error)?.status === 412;
  const look = () => queries.fetchQuery({ ...offeringQuery(offering.id), staleTime: 0 });
  return (
    <Form
      problem={isConflict ? null : change.error}
      onSubmit={() => {
        if (Object.keys(faultsOf(values)).length === 0) change.mutate();
      }}
    >
      {isConflict && (
        <Notice tone="warn" title={conflict.title}>
          <Actions>
            <Button
              onPress={() =>
                void look().then((theirs) => {
                  setBase(theirs.etag);
                  change.reset();
                })
              }
            >
              {conflict.mine}
            </Button>
            <Button
              onPress={() =>
                void look().then((theirs) => {
                  setBase(theirs.etag);
                  setValues(valuesOf(theirs.data));
                  change.reset();
                })
              }
            >
              {conflict.theirs}
            </Button>
          </Actions>
        </Notice>
      )}
      <OfferingFields values={values} onChange={setValues} isTried hasDue={false} />
      <Actions>
        <Button type="submit" look="primary" isPending={change.isPending}>
          {save}
        </Button>
      </Actions>
    </Form>
  );
}
