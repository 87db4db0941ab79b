// What stands for a command of TeX in a line of text; the rest are shown by their names.
const SIGNS: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  varepsilon: 'ε',
  theta: 'θ',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  varphi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
  eta: 'η',
  xi: 'ξ',
  Gamma: 'Γ',
  Delta: 'Δ',
  Theta: 'Θ',
  Lambda: 'Λ',
  Pi: 'Π',
  Sigma: 'Σ',
  Phi: 'Φ',
  Psi: 'Ψ',
  Omega: 'Ω',
  cdot: '·',
  times: '×',
  div: '÷',
  pm: '±',
  mp: '∓',
  le: '≤',
  leq: '≤',
  ge: '≥',
  geq: '≥',
  ne: '≠',
  neq: '≠',
  approx: '≈',
  equiv: '≡',
  sim: '∼',
  infty: '∞',
  sum: '∑',
  prod: '∏',
  int: '∫',
  partial: '∂',
  nabla: '∇',
  in: '∈',
  notin: '∉',
  subset: '⊂',
  cup: '∪',
  cap: '∩',
  emptyset: '∅',
  forall: '∀',
  exists: '∃',
  to: '→',
  rightarrow: '→',
  Rightarrow: '⇒',
  iff: '⇔',
  mapsto: '↦',
  land: '∧',
  lor: '∨',
  neg: '¬',
  ldots: '…',
  dots: '…',
  cdots: '…',
  circ: '∘',
  degree: '°',
  mid: '|',
  lbrace: '{',
  rbrace: '}',
};
const RAISED: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
  n: 'ⁿ',
  i: 'ⁱ',
};
const LOWERED: Readonly<Record<string, string>> = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
  '+': '₊',
  '-': '₋',
  n: 'ₙ',
  i: 'ᵢ',
};
/** Those that stand by themselves; others have room around them. */
const CLOSE = new Set('∞∅…·°∂∇∫∑∏∀∃¬∘|{}');
const FONTS = new Set(['text', 'mathrm', 'mathbf', 'mathit', 'mathbb', 'mathcal', 'operatorname']);
const SPACING = new Set(['displaystyle', 'limits', 'quad', 'qquad']);
const ESCAPED = /^\\[{}%$#&_]$/;

/** A formula in TeX as one reads it in a line of text: `\frac{1}{2}\pi r^2` is “1/2 πr²”. Not for reckoning with. */
export function formulaText(tex: string): string {
  // The space behind a command only ends its name.
  const tokens =
    tex.match(/\\[a-zA-Z]+\s*|\\.|\s+|./gsu)?.map((token) => (/^\\[a-zA-Z]/.test(token) ? token.trim() : token)) ?? [];
  return read(tokens)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=[(√]) | (?=[),])/g, '')
    .trim();
}

/** Takes what it reads from the tokens: those to the end of a group, or all of them. */
function read(tokens: string[], end?: '}'): string {
  let text = '';
  for (let token = tokens.shift(); token !== undefined && token !== end; token = tokens.shift()) text += said(token, tokens);
  return text;
}

function said(token: string, rest: string[]): string {
  if (token === '{') return read(rest, '}');
  if (token === '}') return '';
  if (token === '^' || token === '_') return script(token, argument(rest));
  if (ESCAPED.test(token)) return token.slice(1);
  if (!token.startsWith('\\')) return token;
  const name = token.slice(1);
  if (/^[dt]?frac$/.test(name)) return `${whole(argument(rest))}/${whole(argument(rest))} `;
  if (name === 'sqrt') return `√${whole(argument(rest))}`;
  if (FONTS.has(name)) return argument(rest);
  if (name === 'left' || name === 'right') return '';
  if (SPACING.has(name) || !/^[a-zA-Z]/.test(name)) return ' ';
  const sign = SIGNS[name] ?? `${name} `;
  return CLOSE.has(sign) || /^\p{L}/u.test(sign) ? sign : ` ${sign} `;
}

function argument(rest: string[]): string {
  let token = rest.shift();
  while (token !== undefined && token.trim() === '') token = rest.shift();
  return token === undefined ? '' : said(token, rest);
}

function script(mark: string, text: string): string {
  const signs = mark === '^' ? RAISED : LOWERED;
  const small = [...text.trim()].map((sign) => signs[sign]);
  return small.every((sign) => sign !== undefined) ? small.join('') : `${mark}${whole(text)}`;
}

/** In parentheses, unless it is one thing. */
function whole(text: string): string {
  const inner = text.trim();
  return /^[\p{L}\p{N}.,²³₀-₉]*$/u.test(inner) ? inner : `(${inner})`;
}
