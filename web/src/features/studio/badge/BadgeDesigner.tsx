import { api, read, type View } from '../../../api/client';
import { queryClient } from '../../../api/queries';
import { useMessages } from '../../../i18n';
import { useEdit } from '../../../kept/use-edit';
import { Button } from '../../../ui/Button';
import { EditConflict } from '../../../ui/EditConflict';
import { Actions, Form } from '../../../ui/Form';
import { Notice } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import { tell } from '../../../ui/toast';
import { badgeDesignQuery, ifMatch, type MicroCredential, microCredentialQuery } from '../queries';
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
  const edit = useEdit({
    name: `studio.${id}.badge-design`,
    standing: { etag: etagOf(microCredential), value: badge.design },
    load: async () => {
      const [draft, { design }] = await Promise.all([
        queryClient.fetchQuery({ ...microCredentialQuery(id), staleTime: 0 }),
        queryClient.fetchQuery({ ...badgeDesignQuery(id), staleTime: 0 }),
      ]);
      return { etag: etagOf(draft), value: design };
    },
    send: (body, header) =>
      read(api.PUT('/api/v1/micro-credentials/{id}/badge-design', { params: { path: { id }, header }, body })),
    onSaved: (drawn) => {
      queryClient.setQueryData(badgeDesignQuery(id).queryKey, drawn);
      tell(texts.saved);
      return queryClient.invalidateQueries({ queryKey: microCredentialQuery(id).queryKey });
    },
  });
  const design = edit.value;
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
            <Form problem={edit.problem} aria-label={texts.design} onSubmit={edit.save}>
              <EditConflict
                edit={edit}
                describe={({ title, level, ring, shape, icon, background, accent }) => [
                  [texts.title, title],
                  [texts.level, level],
                  [texts.ring, ring],
                  [texts.shape, texts.shapes[shape]],
                  [texts.icon, texts.icons[icon]],
                  [texts.background, background],
                  [texts.accent, accent],
                ]}
              />
              <DesignFields design={design} onChange={edit.set} />
              {can.change && (
                <Actions>
                  <Button look="primary" type="submit" isPending={edit.isPending}>
                    {texts.use}
                  </Button>
                  {edit.changed && <Button onPress={edit.reset}>{texts.reset}</Button>}
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

function etagOf({ version }: MicroCredential): string {
  return ifMatch(version)['If-Match'];
}
