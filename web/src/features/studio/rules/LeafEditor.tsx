import { useMessages } from '../../../i18n';
import { Checkbox, NumberField, Select, TextField } from '../../../ui/fields';
import { Row } from '../../../ui/Form';
import type { EditorProps } from './GroupEditor';
import { PartMenu } from './PartMenu';
import styles from './rules.module.css';
import { coursesIn, type Group, type Leaf } from './sequence-courses';
import { changeAt } from './sequence-edit';
import { leafName } from './sequence-words';

type Props = EditorProps & { leaf: Leaf; group: Group };
type Release = NonNullable<Leaf['release']>;

const RELEASES = ['at-once', 'days-after-start', 'fixed'] as const;

/** A course or the project, and what it waits for beside its place in the order. */
export function LeafEditor(props: Props) {
  const { root, path, leaf, group, speech, mayChange, onChange } = props;
  const { rules: texts } = useMessages('studio');
  const name = leafName(leaf, speech);
  const courseId = leaf.type === 'course' ? leaf.courseId : null;
  const conditions = (leaf.after?.length ?? 0) + (leaf.release ? 1 : 0);
  return (
    <div className={styles['leaf']}>
      <div className={styles['head']}>
        <b>{name}</b>
        {mayChange && <PartMenu {...props} name={name} />}
      </div>
      {group.type === 'points' && courseId !== null && (
        <NumberField
          label={texts.pointsOf(name)}
          min={0}
          value={group.weights[courseId] ?? null}
          onChange={(points) =>
            onChange(
              changeAt(root, path.slice(0, -1), () => ({ ...group, weights: { ...group.weights, [courseId]: points ?? 0 } })),
            )
          }
        />
      )}
      <details className={styles['conditions']} open={conditions > 0}>
        <summary>{conditions === 0 ? texts.noConditions : texts.conditions}</summary>
        <Conditions {...props} />
      </details>
    </div>
  );
}

function Conditions({ root, path, leaf, speech, onChange }: Props) {
  const { rules: texts } = useMessages('studio');
  const own = leaf.type === 'course' ? leaf.courseId : null;
  const { release, after = [] } = leaf;
  const set = (changes: { release?: Release | undefined; after?: string[] }) =>
    onChange(changeAt(root, path, () => withoutNothing({ ...leaf, ...changes })));
  const others = coursesIn(root).filter((id) => id !== own);
  return (
    <div className={styles['waits']}>
      <Row>
        <Select
          label={texts.opens}
          value={release?.type ?? 'at-once'}
          choices={RELEASES.map((value) => ({ value, label: texts.releases[value] }))}
          onChange={(type) => set({ release: newRelease(type) })}
        />
        {release?.type === 'days-after-start' && (
          <NumberField
            label={texts.days}
            min={0}
            max={3650}
            step={1}
            value={release.days}
            onChange={(days) => set({ release: { type: 'days-after-start', days: days ?? 0 } })}
          />
        )}
        {release?.type === 'fixed' && (
          <TextField
            label={texts.date}
            hint={texts.dateHint}
            type="date"
            value={release.at.slice(0, 10)}
            onChange={(at) => set({ release: { type: 'fixed', at } })}
          />
        )}
      </Row>
      {others.length > 0 && (
        <fieldset className={styles['after']}>
          <legend>{texts.after}</legend>
          {others.map((id) => (
            <Checkbox
              key={id}
              label={speech.titles.get(id) ?? texts.words.unknown}
              value={after.includes(id)}
              onChange={(isOn) => set({ after: isOn ? [...after, id] : after.filter((each) => each !== id) })}
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}

function newRelease(type: (typeof RELEASES)[number]): Release | undefined {
  if (type === 'days-after-start') return { type, days: 7 };
  if (type === 'fixed') return { type, at: new Date().toISOString().slice(0, 10) };
  return undefined;
}

/** A leaf that waits for nothing says nothing of it. */
function withoutNothing({ release, after = [], ...leaf }: Leaf): Leaf {
  return { ...leaf, ...(release ? { release } : {}), ...(after.length > 0 ? { after } : {}) };
}
