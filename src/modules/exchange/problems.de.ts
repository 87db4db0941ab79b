import type { ProblemWords } from '../../platform/http/problem.js';

const CLAIMS: Readonly<Record<string, string>> = {
  recorded_by_office: 'Das Büro hat ihn erfasst, und an eine Wallet lässt er sich nicht binden. Nehmen Sie ihn, wie er ist.',
  no_address: 'Ein Code lässt sich nicht schicken: Ihr Konto hat keine E-Mail-Adresse.',
};

/** What people meet; everything else is between programs. */
export const de = {
  'exchange.interaction_over': {
    title: 'Die Adresse wurde benutzt, oder ihre Zeit ist vorbei',
    detail: 'Beginnen Sie noch einmal bei Ihren Badges.',
  },
  'exchange.not_claimable': {
    title: 'Der Nachweis lässt sich nicht mehr übergeben',
    detail: ({ facts }) => CLAIMS[String(facts?.['reason'])] ?? 'Er ist nicht mehr gültig, oder er wurde ersetzt.',
  },
} satisfies Readonly<Record<string, ProblemWords>>;
