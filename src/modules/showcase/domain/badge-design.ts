import { BADGE_ICONS, type BadgeIcon, iconPart } from './badge-icons.js';
import { type Colour, contrast, inkOn } from './colour.js';
import { breakable, canBeBent, lettersOf, oneLine, primaryLanguage, readsRightToLeft, shortened } from './lettering.js';

export const BADGE_SHAPES = ['circle', 'hexagon', 'rosette', 'shield', 'square'] as const;
export type BadgeShape = (typeof BADGE_SHAPES)[number];

/** How a badge looks: data alone, drawn always alike. */
export interface BadgeDesign {
  readonly shape: BadgeShape;
  readonly icon: BadgeIcon;
  readonly background: Colour;
  /** Of the rim, the icon and the level's plate. */
  readonly accent: Colour;
  readonly title: string;
  /** May be empty. */
  readonly level: string;
  /** Along the rim, or below; may be empty. */
  readonly ring: string;
}

/** Most letters of each text; what is longer would no longer be readable at the size in which badges are shown. */
export const MOST_LETTERS = { title: 120, level: 40, ring: 70 } as const;

/** WCAG 2.2 §1.4.11 for the icon on its ground. */
export const LEAST_CONTRAST = 3;

/** The ratio, if the accent cannot be told from the background. */
export function faintContrast({ background, accent }: Pick<BadgeDesign, 'background' | 'accent'>): number | null {
  const ratio = contrast(background, accent);
  return ratio < LEAST_CONTRAST ? ratio : null;
}

export const DEFAULT_COLOURS: Pick<BadgeDesign, 'background' | 'accent'> = { background: '#0b3d5c', accent: '#f4b942' };

/** The design of a badge for which nobody chose one: made of its own words alone, so always the same. */
export function defaultDesign(
  words: { title: string; issuer: string; level: string },
  colours: typeof DEFAULT_COLOURS,
): BadgeDesign {
  const icon = BADGE_ICONS[sum(words.title) % BADGE_ICONS.length] ?? 'star';
  return {
    shape: 'circle',
    icon,
    ...colours,
    title: shortened(oneLine(words.title), MOST_LETTERS.title),
    level: shortened(oneLine(words.level), MOST_LETTERS.level),
    ring: shortened(oneLine(words.issuer), MOST_LETTERS.ring),
  };
}

/** What the drawing is told. The ring's letters are given one by one where each may be turned by itself. */
export function badgeInputs(design: BadgeDesign, language: string) {
  const { title, level, ring, background, accent } = design;
  return {
    shape: design.shape,
    background,
    accent,
    ink: inkOn(background),
    ringInk: inkOn(accent),
    language: primaryLanguage(language),
    rtl: readsRightToLeft(title),
    title: breakable(title),
    level: breakable(level),
    ring: breakable(ring),
    ringLetters: canBeBent(ring) ? lettersOf(ring) : [],
  };
}

/** Where the drawing leaves room for the icon. */
const ICON_PLACE = { x: 194, y: 84, side: 92 };

/** The drawing with its icon, which a drawn SVG would only hold as a picture within the picture. */
export function withIcon(svg: string, { icon, accent }: Pick<BadgeDesign, 'icon' | 'accent'>): string {
  const end = svg.lastIndexOf('</svg>');
  return svg.slice(0, end) + iconPart(icon, accent, ICON_PLACE) + svg.slice(end);
}

/** As on the badge's plate. */
export function levelWords(level: { framework: 'EQF' | 'local'; value: string } | null): string {
  if (level === null) return '';
  return level.framework === 'EQF' ? `EQF ${level.value}` : level.value;
}

function sum(text: string): number {
  return lettersOf(text).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
}
