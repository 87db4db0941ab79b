import { useMutation } from '@tanstack/react-query';
import { api, read, type View } from '../../../api/client';
import { problemOf } from '../../../api/problem';
import { queryClient } from '../../../api/queries';
import { useMessages } from '../../../i18n';
import { useKept } from '../../../kept/use-kept';
import { Button } from '../../../ui/Button';
import { Actions, Form } from '../../../ui/Form';
import { Notice } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import { tell } from '../../../ui/toast';
import { badgeDesignQuery, ifMatch, type MicroCredential, microCredentialQuery } from '../queries';
import { Overtaken } from '../../../ui/Overtaken';
import styles from './badge.module.css';
import { BadgePreview, CurrentBadge } from './BadgePreview';
import { DesignFields } from './DesignFields';
import { UploadPicture } from './UploadPicture';

interface Props {
  microCredential: MicroCredential;
  badge: View<'BadgeDesignView'>;
}

/** The badge as it will look, while it is chosen how. */
export function BadgeDesigner({ microCredential, badge }: Props) {
  const { badge: texts } = useMessages('studio');
  const { id, can } = microCredential;
  const kept = useKept(`studio.${id}.badge.${badge.fileId ?? 'none'}`, badge.design);
  const design = kept.value;
  const refresh = () => queryClient.invalidateQueries({ queryKey: microCredentialQuery(id).queryKey });
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      read(
        api.PUT('/api/v1/micro-credentials/{id}/badge-design', {
          params: { path: { id }, header: ifMatch(microCredential.version) },
          body: design,
        }),
      ),
    onSuccess: (drawn) => {
      kept.forget(design);
      queryClient.setQueryData(badgeDesignQuery(id).queryKey, drawn);
      tell(texts.saved);
    },
    onSettled: refresh,
  });
  const wasOvertaken = problemOf(error)?.status === 412;
  return (
    <div className={styles['designer']}>
      <Card title={texts.preview}>
        <BadgePreview id={id} design={design} />
        {badge.fileId !== null && <CurrentBadge fileId={badge.fileId} drawn={badge.drawn} />}
      </Card>
      <div className={styles['form']}>
        <Card title={texts.design}>
          {badge.fileId === null && <Notice>{texts.proposal}</Notice>}
          {badge.fileId !== null && !badge.drawn && <Notice>{texts.uploaded}</Notice>}
          <fieldset className={styles['fields']} disabled={!can.change}>
            <legend className={styles['legend']}>{texts.design}</legend>
            <Form problem={wasOvertaken ? null : error} aria-label={texts.design} onSubmit={() => mutate()}>
              {wasOvertaken && (
                <Overtaken
                  theirs={texts.theirsIsShown}
                  onMine={() => mutate()}
                  onTheirs={() => {
                    kept.forget(badge.design);
                    void refresh();
                  }}
                />
              )}
              <DesignFields design={design} onChange={kept.set} />
              {can.change && (
                <Actions>
                  <Button look="primary" type="submit" isPending={isPending}>
                    {texts.use}
                  </Button>
                  {kept.changed && <Button onPress={() => kept.forget(badge.design)}>{texts.reset}</Button>}
                </Actions>
              )}
            </Form>
          </fieldset>
        </Card>
        {can.change && <UploadPicture id={id} />}
      </div>
    </div>
  );
}
