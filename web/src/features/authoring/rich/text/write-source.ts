import type { Nodes, Text } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified, type Processor } from 'unified';
import { styleOf, type WrittenStyle } from './written-style';

type Handle = NonNullable<NonNullable<Options['handlers']>['text']>;

/** A node in Markdown, without a line break at the end. Lists are marked otherwise than `notBullets`, which stand beside it. */
export function writeSource(node: Nodes, style: WrittenStyle = styleOf(''), notBullets: ReadonlySet<string> = new Set()): string {
  const tree = node.type === 'root' ? node : { type: 'root' as const, children: [node as never] };
  return writer(style, notBullets).stringify(tree).replace(/\n$/, '');
}

function writer(style: WrittenStyle, notBullets: ReadonlySet<string>) {
  const bullets = [style.bullet, '-', '*', '+'].filter((bullet) => !notBullets.has(bullet));
  const options: Options = {
    bullet: (bullets[0] ?? '-') as WrittenStyle['bullet'],
    bulletOther: bullets.find((bullet) => bullet !== bullets[0]) as WrittenStyle['bullet'],
    bulletOrdered: notBullets.has('.') ? ')' : '.',
    emphasis: style.emphasis,
    incrementListMarker: !style.repeatsNumbers,
    listItemIndent: 'one',
    rule: '-',
    handlers: { text: writeText },
  };
  return unified()
    .use(remarkGfm, { tablePipeAlign: style.alignsTables })
    .use(remarkMath)
    .use(remarkContainers, style)
    .use(remarkStringify, options);
}

/** In a page a colon means something only where three of them begin a line. */
function remarkContainers(this: Processor, style: WrittenStyle): void {
  remarkDirective.call(this);
  const extension = this.data().toMarkdownExtensions?.at(-1);
  const write = extension?.handlers?.['containerDirective'];
  if (!extension || !write) throw new Error('remark-directive no longer registers how it writes as expected');
  extension.unsafe = [
    { character: '\n', inConstruct: 'containerDirectiveLabel' },
    { atBreak: true, character: ':', after: ':' },
  ];
  if (style.airyFences) extension.handlers = { ...extension.handlers, containerDirective: airy(write) };
}

function airy(write: Handle): Handle {
  return (...args) => {
    const lines = write(...args).split('\n');
    return lines.length > 2 ? [lines[0], '', ...lines.slice(1, -1), '', lines.at(-1)].join('\n') : lines.join('\n');
  };
}

/** A sign inside a word begins nothing: `snake_case` stays readable. */
const writeText: Handle = (node: Text, _parent, state, info) =>
  state.safe(node.value, info).replaceAll(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_');
