import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import styles from './markdown.module.css';
import type { WritingMode } from './use-writing-mode';

interface WritingModesProps {
  /** Which text it belongs to. */
  label: string;
  mode: WritingMode;
  onChoose: (mode: WritingMode) => void;
}

export function WritingModes({ label, mode, onChoose }: WritingModesProps) {
  const { markdown: messages } = useMessages('authoring');
  return (
    <div role="group" aria-label={messages.modesOf(label)} className={styles['modes']}>
      {(['rich', 'markdown'] as const).map((one) => (
        <Button key={one} look="quiet" aria-pressed={mode === one} onPress={() => onChoose(one)}>
          {messages.modes[one]}
        </Button>
      ))}
    </div>
  );
}
