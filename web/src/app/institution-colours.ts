type Rgb = readonly [number, number, number];

/** The accents that an institution's colour makes: `--own-accent-light` and so on, for `document.documentElement.style`. */
export type OwnTokens = Readonly<Record<`--own-${'accent' | 'accent-hover' | 'accent-ink' | 'accent-wash'}-${Mode}`, string>>;

type Mode = 'light' | 'dark';

/** WCAG 2.2 §1.4.3. */
const READABLE = 4.5;
const STEP = 0.02;

// The grounds that the accent stands on, as tokens.css has them, and where it goes to be readable there.
const MODES = {
  light: { grounds: ['#ffffff', '#f5f6f4'], paper: '#ffffff', towards: '#000000', wash: 0.1, ink: '#ffffff' },
  dark: { grounds: ['#121716', '#1a201f', '#1f2725'], paper: '#121716', towards: '#ffffff', wash: 0.16, ink: '#0b0f0e' },
} as const;

/**
 * An institution's colour as the accent of the application: itself where it can be read, or else the nearest shade (in light) or tint (in
 * dark) that can, 4.5 to 1 on every ground of the application and on its own wash.
 */
export function ownTokens(colour: string): OwnTokens {
  return { ...tokensOf(colour, 'light'), ...tokensOf(colour, 'dark') } as OwnTokens;
}

/** As `ownTokens` makes it; `null` where the colour stays as it is. */
export function readableAccent(colour: string, mode: Mode): string | null {
  const accent = tokensOf(colour, mode)[`--own-accent-${mode}`] ?? colour;
  return accent === colour.toLowerCase() ? null : accent;
}

/** How well two colours can be told apart, 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(rgb(one)), luminance(rgb(other))].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function tokensOf(colour: string, mode: Mode): Record<string, string> {
  const { grounds, paper, towards, wash: share, ink } = MODES[mode];
  const wash = mixed(paper, colour, share);
  let accent = colour.toLowerCase();
  for (let part = STEP; !grounds.concat(wash as never).every((ground) => contrast(accent, ground) >= READABLE); part += STEP)
    accent = mixed(colour, towards, Math.min(1, part));
  return {
    [`--own-accent-${mode}`]: accent,
    [`--own-accent-hover-${mode}`]: mixed(accent, towards, 0.25),
    [`--own-accent-ink-${mode}`]: ink,
    [`--own-accent-wash-${mode}`]: wash,
  };
}

function mixed(one: string, other: string, share: number): string {
  const [from, to] = [rgb(one), rgb(other)];
  const parts = from.map((part, at) => Math.round(part + ((to[at] ?? 0) - part) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function rgb(colour: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb;
}

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
