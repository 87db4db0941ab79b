import { formatIn } from '../../platform/http/pages/format.js';
import type { ProblemParticulars, ProblemWords } from '../../platform/http/problem.js';

const { number } = formatIn('de');

const STATES: Readonly<Record<string, string>> = {
  suspended: 'Der Aussteller hat ihn ausgesetzt.',
  revoked: 'Der Aussteller hat ihn widerrufen.',
  superseded: 'Ein berichtigter Nachweis hat ihn ersetzt.',
};

function tooAlike({ facts }: ProblemParticulars): string {
  const [contrast, least] = [facts?.['contrast'], facts?.['leastContrast']].map((fact) => number(Number(fact ?? 0)));
  return `Der Kontrast von Akzent und Hintergrund ist ${contrast} zu 1; es braucht mindestens ${least} zu 1. Machen Sie eine Farbe heller oder dunkler.`;
}

export const de = {
  'showcase.not_in_force': {
    title: 'Der Nachweis gilt nicht',
    detail: ({ facts }) => {
      const page =
        typeof facts?.['url'] === 'string'
          ? `Was jetzt gilt, sagt seine Seite: ${facts['url']}`
          : 'Was jetzt gilt, sagt seine Seite.';
      return [STATES[String(facts?.['state'])], page].filter(Boolean).join(' ');
    },
  },
  'showcase.colours_alike': {
    title: 'Die Farben lassen sich nicht unterscheiden',
    detail: tooAlike,
    at: { colours_alike: 'Machen Sie den Akzent oder den Hintergrund heller oder dunkler.' },
  },
  'showcase.picture_unknown': {
    title: 'Ein Bild ist nicht bekannt',
    detail: 'Laden Sie jedes Bild zuerst hoch.',
    at: { picture_unknown: 'Dieses Bild gibt es nicht.' },
  },
} satisfies Readonly<Record<string, ProblemWords>>;
