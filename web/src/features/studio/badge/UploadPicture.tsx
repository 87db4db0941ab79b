import { useMutation } from '@tanstack/react-query';
import { queryClient } from '../../../api/queries';
import { useMessages } from '../../../i18n';
import { FileField } from '../../../ui/FileField';
import { Card } from '../../../ui/Page';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { tell } from '../../../ui/toast';
import { changeDraft } from '../draft/change-draft';
import { badgeDesignQuery } from '../queries';
import { uploadFile } from '../upload';

/** For whoever has a picture already. */
export function UploadPicture({ id }: { id: string }) {
  const { badge: texts } = useMessages('studio');
  const { loading } = useMessages('common');
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (file: File) => {
      const { id: badgeImageFileId } = await uploadFile(file, 'badge-image');
      await changeDraft(id, () => ({ badgeImageFileId }));
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: badgeDesignQuery(id).queryKey });
      tell(texts.saved);
    },
  });
  return (
    <Card title={texts.own}>
      {error && <ProblemNotice problem={error} />}
      <FileField
        label={texts.ownPicture}
        hint={isPending ? loading : texts.ownHint}
        accept="image/*"
        disabled={isPending}
        onChoose={(file) => file && mutate(file)}
      />
    </Card>
  );
}
