import type { Html, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Note } from '../report.js';
import { htmlToMarkdown } from './html-fragments.js';
import { definitionEdits, linkEdits, wordsOnly } from './link-edits.js';
import { spanOf } from './markdown.js';
import type { FindTarget } from './page-links.js';
import type { Edit } from './source-edits.js';
import { templateEdits } from './template-marks.js';

export interface NodeEdits {
  edits: Edit[];
  /** Path as the page writes it → path in the package. */
  assets: Record<string, string>;
}

/** What has to change in a page's pictures, links and HTML, and which files it needs. `source` is what `tree` was parsed from. */
export function nodeEdits(tree: Root, source: string, find: FindTarget, note: Note): NodeEdits {
  const reader = new NodeReader(readDefinitions(tree), source, find, note);
  visit(tree, (node) => reader.read(node));
  return { edits: reader.edits, assets: reader.assets };
}

class NodeReader implements NodeEdits {
  readonly edits: Edit[] = [];
  readonly assets: Record<string, string> = {};

  constructor(
    private readonly addresses: ReadonlyMap<string, string>,
    private readonly source: string,
    private readonly find: FindTarget,
    private readonly note: Note,
  ) {}

  read(node: Nodes): void {
    // Addresses that stand bare in a text are found after parsing and have no place of their own; nothing about them has to change.
    if (!node.position) return;
    if (node.type === 'image') this.picture(node, node.url, Boolean(node.alt));
    else if (node.type === 'imageReference') this.picture(node, this.addresses.get(node.identifier) ?? '', Boolean(node.alt));
    else if (node.type === 'link') this.edits.push(...linkEdits(node, this.source, this.follow(node.url, node)));
    else if (node.type === 'definition') this.edits.push(...definitionEdits(node, this.follow(node.url, null)));
    else if (node.type === 'linkReference') {
      if (this.follow(this.addresses.get(node.identifier) ?? '', node) === null) this.edits.push(...wordsOnly(node));
    } else if (node.type === 'html') this.html(node);
    else if (node.type === 'text') this.edits.push(...templateEdits(node, this.source, this.note));
  }

  private picture(node: Nodes, url: string, hasAlt: boolean): void {
    const { line, to } = spanOf(node);
    const target = this.find(url);
    if (target.kind === 'asset') this.assets[withoutDot(url)] = target.path;
    else this.note(target.kind === 'unchanged' ? 'picture-elsewhere' : 'picture-missing', line, url);
    if (!hasAlt && !/^\{[^}\n]*\balt=/.test(this.source.slice(to, to + 2000))) this.note('picture-without-alt', line, url);
  }

  /** The address to write from now on; `null` where it leads nowhere, which is noted at `place`. */
  private follow(url: string, place: Nodes | null): string | null {
    const target = this.find(url);
    if (target.kind === 'asset') this.assets[withoutDot(url)] = target.path;
    if (target.kind === 'activity') return target.href;
    if (target.kind !== 'nothing') return url;
    if (place) this.note('link-broken', spanOf(place).line, url);
    return null;
  }

  private html(node: Html): void {
    const { from, to, line, column } = spanOf(node);
    const { markdown, leftOut, pictures } = htmlToMarkdown(node.value);
    for (const tag of leftOut) this.note('html-left-out', line, `<${tag}>`);
    for (const { url, hasAlt } of pictures) this.picture(node, url, hasAlt);
    if (markdown !== node.value)
      this.edits.push({ from, to, text: markdown.trim().replaceAll('\n', `\n${' '.repeat(column - 1)}`) });
  }
}

function withoutDot(url: string): string {
  return url.replace(/^\.\//, '');
}

function readDefinitions(tree: Root): Map<string, string> {
  const addresses = new Map<string, string>();
  visit(tree, 'definition', ({ identifier, url }) => {
    if (!addresses.has(identifier)) addresses.set(identifier, url);
  });
  return addresses;
}
