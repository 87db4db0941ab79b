import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, newIdempotencyKey, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { FileField } from '../../../ui/FileField';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { importQuery } from './queries';

/** Uploads a file as soon as it is chosen, and goes to what was found in it. */
export function UploadAwards() {
  const { historic } = useMessages('awards');
  const queries = useQueryClient();
  const navigate = useNavigate();
  // A field forgets its file with its key: a file that was corrected under the same name can be chosen again.
  const [refusals, setRefusals] = useState(0);
  const upload = useMutation({
    mutationFn: (file: File) =>
      read(
        api.POST('/api/v1/historic-award-imports', {
          params: { header: newIdempotencyKey() },
          body: { file: '' },
          bodySerializer: () => formOf(file),
        }),
      ),
    onError: () => setRefusals((number) => number + 1),
    onSuccess: async (found) => {
      queries.setQueryData(importQuery(found.id).queryKey, found);
      void queries.invalidateQueries({ queryKey: ['records', 'historic'], exact: true });
      await navigate({ to: '/credentials/historic/$importId', params: { importId: found.id } });
    },
  });
  return (
    <>
      {upload.error && <ProblemNotice problem={upload.error} />}
      <FileField
        key={refusals}
        label={historic.chooseFile}
        hint={historic.chooseHint}
        accept=".csv,text/csv"
        disabled={upload.isPending}
        onChoose={(file) => file && upload.mutate(file)}
      />
      <div role="status">{upload.isPending && historic.checking}</div>
    </>
  );
}

function formOf(file: File): FormData {
  const form = new FormData();
  form.append('file', file);
  return form;
}
