import { Link } from '@tanstack/react-router';
import { ArrowDown, ArrowUp, Copy, EllipsisVertical, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Menu, type MenuChoice } from '../../../ui/Menu';
import type { MicroCredential } from '../queries';
import { EditActivity } from './EditActivity';
import { KindIcon } from './KindIcon';
import { orderAfterStep, type Row } from './outline-rows';
import type { Editing } from './OutlineList';
import styles from './outline.module.css';
import { RemoveActivity } from './RemoveActivity';
import type { OutlineChanges } from './use-outline-changes';

interface Props {
  row: Extract<Row, { kind: 'activity' }>;
  microCredential: MicroCredential;
  changes: OutlineChanges;
  edit: Editing;
}

export function ActivityRow({ row: { course, activity }, microCredential, changes, edit }: Props) {
  const { outline: texts } = useMessages('studio');
  const format = useFormat();
  const [isRemoving, setIsRemoving] = useState(false);
  if (edit.isOn) return <EditActivity activity={activity} changes={changes} onDone={edit.end} />;
  const ids = course.activities.map(({ id }) => id);
  const move = (key: string, label: string, icon: MenuChoice['icon'], order: string[] | null): MenuChoice[] =>
    order
      ? [{ key, label, icon, onPress: () => changes.arrangeActivities.mutate({ course, ids: order, title: activity.title }) }]
      : [];
  const choices: MenuChoice[] = [
    { key: 'edit', label: texts.edit, icon: <Pencil aria-hidden />, onPress: edit.start },
    ...move('up', texts.up, <ArrowUp aria-hidden />, orderAfterStep(ids, activity.id, -1)),
    ...move('down', texts.down, <ArrowDown aria-hidden />, orderAfterStep(ids, activity.id, 1)),
    {
      key: 'copy',
      label: texts.duplicate,
      icon: <Copy aria-hidden />,
      onPress: () => changes.duplicateActivity.mutate(activity),
    },
    { key: 'remove', label: texts.remove, icon: <Trash2 aria-hidden />, onPress: () => setIsRemoving(true) },
  ];
  return (
    <>
      <KindIcon kind={activity.kind} />
      <div className={styles['what']}>
        <Link
          to="/studio/$microCredentialId/activities/$activityId"
          params={{ microCredentialId: microCredential.id, activityId: activity.id }}
        >
          {activity.title}
        </Link>
        <p className={styles['facts']}>
          {[texts.kinds[activity.kind], format.minutes(activity.minutes), ...(activity.required ? [] : [texts.optional])].join(
            ' · ',
          )}
        </p>
      </div>
      {microCredential.can.change && (
        <div className={styles['tools']}>
          <Menu isIconOnly label={texts.actionsFor(activity.title)} icon={<EllipsisVertical aria-hidden />} choices={choices} />
        </div>
      )}
      {isRemoving && <RemoveActivity activity={activity} changes={changes} onClose={() => setIsRemoving(false)} />}
    </>
  );
}
