import { parseMarkdown, spanOf } from '../page/markdown.js';

export interface Choice {
  /** The question without its options. Markdown. */
  prompt: string;
  options: string[];
}

/** Reads a question whose options are its one numbered list; `null` if it has none, or more than one. */
export function findOptions(question: string): Choice | null {
  const lists = parseMarkdown(question).children.filter((node) => node.type === 'list' && node.ordered);
  const [list] = lists;
  if (list?.type !== 'list' || lists.length !== 1 || list.children.length < 2 || (list.start ?? 1) !== 1) return null;
  const { from, to } = spanOf(list);
  const options = list.children.map((item) => {
    const [first] = item.children;
    const last = item.children.at(-1);
    if (!first || !last) return '';
    return unindent(question.slice(spanOf(first).from, spanOf(last).to), spanOf(first).column - 1);
  });
  if (options.some((option) => option === '')) return null;
  const around = [question.slice(0, from), question.slice(to)].map((part) => part.trim()).filter((part) => part !== '');
  return { prompt: around.join('\n\n'), options };
}

function unindent(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? line : line.replace(new RegExp(`^ {0,${columns}}`), '')))
    .join('\n');
}
