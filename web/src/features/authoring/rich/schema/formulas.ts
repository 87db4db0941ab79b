import { InputRule, Node, textblockTypeInputRule } from '@tiptap/core';

/** A formula as learners see it; `null` where it can only be shown as TeX. */
export type FormulaPicture = (tex: string) => Promise<Element | null>;

interface FormulaOptions {
  pictureOf: FormulaPicture;
}

const options = (): FormulaOptions => ({ pictureOf: () => Promise.resolve(null) });

/** A formula in a sentence. It is TeX until it is drawn. */
export const Maths = Node.create<FormulaOptions>({
  name: 'maths',
  group: 'inline',
  inline: true,
  selectable: true,
  atom: true,
  addOptions: options,
  addAttributes: () => ({ tex: { default: '', parseHTML: (element) => element.dataset['tex'] ?? '' } }),
  parseHTML: () => [{ tag: 'span[data-tex]' }],
  renderHTML: ({ node }) => ['span', { 'data-tex': String(node.attrs['tex']) }, String(node.attrs['tex'])],
  renderText: ({ node }) => `$${String(node.attrs['tex'])}$`,
  addNodeView() {
    return ({ node }) => {
      const tex = String(node.attrs['tex']);
      const dom = document.createElement('span');
      dom.dataset['tex'] = tex;
      dom.textContent = tex;
      void this.options.pictureOf(tex).then((picture) => {
        if (!picture) return;
        // It is drawn as one on lines of its own.
        picture.querySelector('math')?.removeAttribute('display');
        dom.dataset['drawn'] = '';
        dom.replaceChildren(picture);
      });
      return { dom, ignoreMutation: () => true };
    };
  },
  addInputRules() {
    return [
      new InputRule({
        find: /(?<![$\\])\$([^\s$](?:[^$]*[^\s$])?)\$$/,
        handler: ({ range, match, chain }) => {
          chain()
            .insertContentAt(range, { type: this.name, attrs: { tex: match[1] } })
            .run();
        },
      }),
    ];
  },
});

/** So that not every letter is drawn. */
const SETTLED_MS = 400;

/** A formula on lines of its own: its TeX, which is written, and below it what that looks like. */
export const MathBlock = Node.create<FormulaOptions>({
  name: 'mathBlock',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  addOptions: options,
  addAttributes: () => ({ meta: { default: null, rendered: false } }),
  parseHTML: () => [{ tag: 'pre[data-maths]', preserveWhitespace: 'full', priority: 60 }],
  renderHTML: () => ['pre', { 'data-maths': '' }, ['code', 0]],
  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement('div');
      const pre = document.createElement('pre');
      const code = document.createElement('code');
      const picture = document.createElement('div');
      pre.dataset['maths'] = '';
      picture.dataset['formula'] = '';
      picture.contentEditable = 'false';
      pre.append(code);
      dom.append(pre, picture);
      let tex = '';
      let timer: ReturnType<typeof setTimeout> | undefined;
      const draw = async () => {
        const asked = tex;
        const drawn = await this.options.pictureOf(asked);
        if (asked === tex) picture.replaceChildren(...(drawn ? [drawn] : []));
      };
      const show = (written: string) => {
        if (written === tex) return;
        clearTimeout(timer);
        timer = setTimeout(() => void draw(), tex === '' ? 0 : SETTLED_MS);
        tex = written;
      };
      show(node.textContent);
      return {
        dom,
        contentDOM: code,
        update: (next) => {
          if (next.type !== node.type) return false;
          show(next.textContent);
          return true;
        },
        ignoreMutation: ({ type, target }) => type !== 'selection' && !code.contains(target),
        destroy: () => clearTimeout(timer),
      };
    };
  },
  addInputRules() {
    return [textblockTypeInputRule({ find: /^\$\$\s$/, type: this.type })];
  },
});
