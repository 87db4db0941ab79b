import { lazy, Suspense } from 'react';
import { Field } from '../../../ui/fields';
import { Loading } from '../../../ui/Loaded';
import { MarkdownArea } from './MarkdownArea';
import type { MarkdownEditorProps } from './area';
import styles from './markdown.module.css';
import { useWritingMode } from './use-writing-mode';
import { WritingModes } from './WritingModes';

// What cannot be loaded must not keep anybody from writing.
const RichArea = lazy(() => import('../rich/RichArea').catch(() => ({ default: MarkdownArea })));

/** A text in Markdown, written as it will look or with its signs, as each person likes. Both change the same text. */
export function MarkdownEditor({ hint, error, name, size = 'page', ...area }: MarkdownEditorProps) {
  const [mode, choose] = useWritingMode();
  const modes = <WritingModes label={area.label} mode={mode} onChoose={choose} />;
  return (
    <div className={styles['editor']}>
      <Field {...{ label: area.label, hint, error, name }}>
        {(wiring) =>
          mode === 'markdown' ? (
            <MarkdownArea {...area} {...{ size, wiring, modes }} />
          ) : (
            <Suspense fallback={<Loading />}>
              <RichArea {...area} {...{ size, wiring, modes }} />
            </Suspense>
          )
        }
      </Field>
    </div>
  );
}
