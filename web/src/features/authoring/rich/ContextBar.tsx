import type { Editor } from '@tiptap/core';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import styles from './rich.module.css';
import { unframe } from './run-command';
import { BLOCK_NAMES } from './schema/block-names';

interface ContextBarProps {
  editor: Editor;
  /** Which text it belongs to. */
  label: string;
  onAsk: (what: 'link' | 'maths' | 'picture') => void;
}

/** What can be done with what the caret stands in. */
export function ContextBar({ editor, label, onAsk }: ContextBarProps) {
  const { rich: messages } = useMessages('authoring');
  const { context } = messages;
  const chain = () => editor.chain().focus();
  const act = (name: string, onPress: () => void, isPressed?: boolean) => (
    <Button key={name} look="quiet" aria-pressed={isPressed} onPress={onPress}>
      {name}
    </Button>
  );
  const item = editor.getAttributes('listItem');
  const isTask = typeof item['checked'] === 'boolean';
  const level = Number(editor.getAttributes('heading')['level'] ?? 2);
  const block = String(editor.getAttributes('directive')['name'] ?? '');
  return (
    <div role="group" aria-label={context.label(label)} className={styles['context']}>
      {editor.isActive('heading') && (
        <select
          aria-label={context.level}
          value={level}
          onChange={({ currentTarget }) => editor.commands.updateAttributes('heading', { level: Number(currentTarget.value) })}
        >
          {[1, 2, 3, 4, 5, 6].map((each) => (
            <option key={each} value={each}>
              {context.levelOf(each)}
            </option>
          ))}
        </select>
      )}
      {editor.isActive('codeBlock') && (
        <label>
          {context.language}{' '}
          <input
            value={String(editor.getAttributes('codeBlock')['language'] ?? '')}
            maxLength={40}
            spellCheck={false}
            onChange={({ currentTarget }) =>
              editor.commands.updateAttributes('codeBlock', { language: currentTarget.value.replaceAll(/[\s`]/g, '') || null })
            }
          />
        </label>
      )}
      {editor.isActive('directive') && (
        <>
          <select
            aria-label={context.kind}
            value={block}
            onChange={({ currentTarget }) => editor.commands.updateAttributes('directive', { name: currentTarget.value })}
          >
            {[...new Set([...BLOCK_NAMES, block])].map((name) => (
              <option key={name} value={name}>
                {(messages.blocks as Record<string, string>)[name] ?? name}
              </option>
            ))}
          </select>
          {act(context.unframe, () => unframe(editor))}
        </>
      )}
      {editor.isActive('listItem') && (
        <>
          {act(context.indent, () => chain().sinkListItem('listItem').run())}
          {act(context.outdent, () => chain().liftListItem('listItem').run())}
          {act(
            context.task,
            () =>
              chain()
                .updateAttributes('listItem', { checked: isTask ? null : false })
                .run(),
            isTask,
          )}
          {isTask &&
            act(
              context.done,
              () => chain().updateAttributes('listItem', { checked: !item['checked'] }).run(),
              item['checked'] === true,
            )}
        </>
      )}
      {editor.isActive('table') && (
        <>
          {act(context.addRow, () => chain().addRowAfter().run())}
          {act(context.addColumn, () => chain().addColumnAfter().run())}
          {act(context.deleteRow, () => chain().deleteRow().run())}
          {act(context.deleteColumn, () => chain().deleteColumn().run())}
          {act(context.deleteTable, () => chain().deleteTable().run())}
        </>
      )}
      {editor.isActive('link') && (
        <>
          {act(context.changeLink, () => onAsk('link'))}
          {act(context.unlink, () => chain().extendMarkRange('link').unsetMark('link').run())}
        </>
      )}
      {editor.isActive('picture') && act(context.describe, () => onAsk('picture'))}
      {editor.isActive('maths') && act(context.changeFormula, () => onAsk('maths'))}
      <span className={styles['undo']}>
        {editor.can().undo() && act(context.undo, () => chain().undo().run())}
        {editor.can().redo() && act(context.redo, () => chain().redo().run())}
      </span>
    </div>
  );
}
