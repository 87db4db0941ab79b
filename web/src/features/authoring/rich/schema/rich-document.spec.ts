import { getSchema } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import { richExtensions } from './extensions';
import { openDocument } from './rich-document';

const schema = getSchema(richExtensions({ names: {}, addressOf: () => null, missing: '', formulaOf: async () => null }));

const PAGE = `# Reading *maps*

* one
  second line
* [x] two

:::note[Beware of $x^2$]
> Quoted, and a [link](activity:scale "Scale").
:::

| a | b |
|---|--:|
| 1 | 2 |

![A map](fig/map.png){width=40%}
Words[^1] with <kbd>Ctrl</kbd>.

<div>
kept
</div>

[^1]: A footnote.
`;

function opened(markdown: string) {
  const document = openDocument(markdown, schema);
  const doc = schema.topNodeType.create(null, document.nodes);
  doc.check();
  return { ...document, state: EditorState.create({ doc }) };
}

/** The page after words were written into the first text that holds \`before\`. */
function typed(markdown: string, before: string, words: string): string {
  const { state, write } = opened(markdown);
  let at = 0;
  state.doc.descendants((node, position) => {
    if (at === 0 && node.isText && node.text?.includes(before)) at = position + node.text.indexOf(before) + before.length;
  });
  return write(state.tr.insertText(words, at).doc);
}

describe('a page in the editor', () => {
  it('fits the schema, and is written as it was', () => {
    const { state, write } = opened(PAGE);
    expect(write(state.doc)).toBe(PAGE);
  });

  it('changes where it was changed, and nowhere else', () => {
    expect(typed(PAGE, 'Reading ', 'old ')).toBe(PAGE.replace('# Reading ', '# Reading old '));
    expect(typed(PAGE, 'second line', ', longer')).toBe(PAGE.replace('second line', 'second line, longer'));
    expect(typed(PAGE, 'Quoted', ' here')).toBe(PAGE.replace('Quoted', 'Quoted here'));
    expect(typed(PAGE, 'kept', '!')).toBe(PAGE.replace('kept', 'kept!'));
  });

  it('is as it was when a change is taken back, or the very same block comes again', () => {
    const { state, write } = opened(PAGE);
    const changed = state.apply(state.tr.insertText('new ', 1));
    expect(write(changed.apply(changed.tr.delete(1, 5)).doc)).toBe(PAGE);
  });

  it('keeps the other blocks as they are written when one goes, and two lists apart that meet', () => {
    const page = '- a\n\nbetween\n\n- b\n';
    const { state, write } = opened(page);
    const second = state.doc.child(0).nodeSize;
    expect(write(state.tr.delete(second, second + state.doc.child(1).nodeSize).doc)).toBe('- a\n\n* b\n');
  });

  it('is empty as long as nothing is written', () => {
    const { state, write } = opened('');
    expect(write(state.doc)).toBe('');
    expect(write(state.tr.insertText('a_b costs $5', 1).doc)).toBe(String.raw`a_b costs \$5`);
  });
});
