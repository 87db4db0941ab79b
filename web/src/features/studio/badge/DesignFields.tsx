import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { Select, TextField } from '../../../ui/fields';
import { Row } from '../../../ui/Form';
import styles from './badge.module.css';

type Design = View<'BadgeDesignDto'>;

const SHAPES: readonly Design['shape'][] = ['circle', 'hexagon', 'rosette', 'shield', 'square'];
const ICONS: readonly Design['icon'][] = ['star', 'book', 'chart', 'code', 'flask', 'globe', 'leaf', 'people', 'gear', 'wave'];

export function DesignFields({ design, onChange }: { design: Design; onChange: (design: Design) => void }) {
  const { badge: texts } = useMessages('studio');
  const set = (changes: Partial<Design>) => onChange({ ...design, ...changes });
  return (
    <>
      <TextField label={texts.title} name="title" maxLength={120} value={design.title} onChange={(title) => set({ title })} />
      <Row>
        <TextField
          label={texts.level}
          name="level"
          isOptional
          maxLength={40}
          value={design.level}
          onChange={(level) => set({ level })}
        />
        <TextField
          label={texts.ring}
          name="ring"
          isOptional
          maxLength={70}
          value={design.ring}
          onChange={(ring) => set({ ring })}
        />
      </Row>
      <Row>
        <Select
          label={texts.shape}
          name="shape"
          value={design.shape}
          choices={SHAPES.map((value) => ({ value, label: texts.shapes[value] }))}
          onChange={(shape) => set({ shape })}
        />
        <Select
          label={texts.icon}
          name="icon"
          value={design.icon}
          choices={ICONS.map((value) => ({ value, label: texts.icons[value] }))}
          onChange={(icon) => set({ icon })}
        />
      </Row>
      <div className={styles['colours']}>
        <Row>
          <TextField
            label={texts.background}
            name="background"
            type="color"
            value={design.background}
            onChange={(background) => set({ background })}
          />
          <TextField
            label={texts.accent}
            hint={texts.accentHint}
            name="accent"
            type="color"
            value={design.accent}
            onChange={(accent) => set({ accent })}
          />
        </Row>
      </div>
    </>
  );
}
