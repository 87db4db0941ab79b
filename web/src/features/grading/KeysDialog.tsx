import { useMessages } from '../../i18n';
import { Dialog } from '../../ui/Dialog';
import { Checkbox } from '../../ui/fields';
import styles from './grading.module.css';

interface Props {
  isOpen: boolean;
  onClose: () => void;
  areOn: boolean;
  onChange: (areOn: boolean) => void;
}

export function KeysDialog({ isOpen, onClose, areOn, onChange }: Props) {
  const { keys } = useMessages('grading');
  const rows = [
    ['1 – 9', keys.rate],
    ['↑ ↓', keys.move],
    ['R', keys.rubric],
    ['C', keys.comment],
    ['F', keys.feedback],
    ['Esc', keys.leave],
    ['G', keys.give],
    ['?', keys.help],
  ] as const;
  return (
    <Dialog title={keys.title} isOpen={isOpen} onClose={onClose}>
      <Checkbox label={keys.enabled} hint={keys.enabledHint} value={areOn} onChange={onChange} />
      <dl className={styles['keys']}>
        {rows.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
