import { useMutation } from '@tanstack/react-query';
import { queryClient } from '../../../api/queries';
import { useMessages } from '../../../i18n';
import { FileField } from '../../../ui/FileField';
import { Card } from '../../../ui/Page';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { tell } from '../../../ui/toast';
import { fileUploads } from '../../../uploads/file-uploads';
import { UploadList } from '../../../uploads/UploadList';
import { useUploads } from '../../../uploads/use-uploads';
import { changeDraft } from '../draft/change-draft';
import { badgeDesignQuery } from '../queries';

/** For whoever has a picture already. */
export function UploadPicture({ id }: { id: string }) {
  const { badge: texts } = useMessages('studio');
  const { mutate, isPending, error } = useMutation({
    mutationFn: (badgeImageFileId: string) => changeDraft(id, () => ({ badgeImageFileId })),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: badgeDesignQuery(id).queryKey });
      tell(texts.saved);
    },
  });
  const running = useUploads(fileUploads(`badge.${id}`, 'badge-image'), (picture) => mutate(picture.id));
  return (
    <Card title={texts.own}>
      {error && <ProblemNotice problem={error} />}
      <FileField
        label={texts.ownPicture}
        hint={texts.ownHint}
        accept="image/*"
        disabled={isPending}
        onChoose={(file) => file && running.start([file])}
      />
      <UploadList uploads={running} />
    </Card>
  );
}
