import { useMessages } from '../../../i18n';
import { NumberField, Select, TextField } from '../../../ui/fields';
import { Row } from '../../../ui/Form';
import { LeafEditor } from './LeafEditor';
import { PartMenu } from './PartMenu';
import styles from './rules.module.css';
import { type Group, isGroup, type Requirement } from './sequence-courses';
import { changeAt, partAt, type Path, ruledBy } from './sequence-edit';
import type { Speech } from './sequence-words';

export interface EditorProps {
  root: Requirement;
  path: Path;
  speech: Speech;
  mayChange: boolean;
  onChange: (root: Requirement) => void;
}

const TYPES: readonly Group['type'][] = ['in-order', 'all-of', 'at-least', 'points'];

/** A rule over some parts, and the parts, which may be groups again. */
export function GroupEditor(props: EditorProps) {
  const { root, path, mayChange, onChange } = props;
  const { rules: texts } = useMessages('studio');
  const group = partAt(root, path);
  if (!group || !isGroup(group)) return null;
  const set = (changed: Requirement) => onChange(changeAt(root, path, () => changed));
  return (
    <div className={path.length === 0 ? undefined : styles['group']} role="group" aria-label={group.title || texts.group}>
      <div className={styles['head']}>
        <Row>
          <Select
            label={path.length === 0 ? texts.rule : texts.groupRule}
            value={group.type}
            choices={TYPES.map((type) => ({ value: type, label: texts.types[type] }))}
            onChange={(type) => set(ruledBy(group, type))}
          />
          {group.type === 'at-least' && (
            <NumberField
              label={texts.howMany(group.items.length)}
              min={1}
              max={Math.max(group.items.length, 1)}
              step={1}
              value={group.count}
              onChange={(count) => set({ ...group, count: count ?? 1 })}
            />
          )}
          {group.type === 'points' && (
            <NumberField
              label={texts.howManyPoints}
              min={0}
              value={group.points}
              onChange={(points) => set({ ...group, points: points ?? 1 })}
            />
          )}
          {path.length > 0 && (
            <TextField
              label={texts.groupTitle}
              isOptional
              maxLength={200}
              value={group.title ?? ''}
              onChange={(title) => set({ ...group, title })}
            />
          )}
        </Row>
        {mayChange && path.length > 0 && <PartMenu {...props} name={group.title || texts.group} />}
      </div>
      <ol className={group.type === 'in-order' ? styles['ordered'] : styles['unordered']}>
        {group.items.map((item, index) => (
          // Parts have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            {isGroup(item) ? (
              <GroupEditor {...props} path={[...path, index]} />
            ) : (
              <LeafEditor {...props} path={[...path, index]} leaf={item} group={group} />
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
