/** A node of the editor's document, as ProseMirror writes it in JSON. */
export interface RichNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: RichNode[];
  text?: string;
  marks?: RichMark[];
}

export interface RichMark {
  type: string;
  attrs?: Record<string, unknown>;
}

/** Marks that Markdown has no sign for and a page may hold as tags. */
export const TAGS = ['kbd', 'sub', 'sup', 'mark'] as const;

/** A piece of a document with the very text it was read from. */
export interface ReadBlock {
  node: RichNode;
  /** As the author wrote it, from the beginning of its first line to its last character. */
  source: string;
  /** Its first line is indented: behind another block, such as a list, it would be a part of that. */
  isIndented: boolean;
  /** Nothing ends it but the end of the page: what followed it would be a part of it. */
  isOpen: boolean;
}

/** A page in blocks: `gaps[0]`, `blocks[0].source`, `gaps[1]`, … put together are the text, byte for byte. */
export interface ReadPage {
  blocks: ReadBlock[];
  gaps: string[];
}
