import { formatIn } from '../../platform/http/pages/format.js';
import type { ProblemWords } from '../../platform/http/problem.js';

const { number } = formatIn('de');

export const de = {
  'lti.unfit_address': {
    title: 'Diese Adresse kann keine Lernplattform haben',
    at: {
      'issuer.not_https': 'Geben Sie ihn genau so an, wie die Lernplattform ihn zeigt; er beginnt mit https://.',
      not_an_address: 'Geben Sie eine ganze Adresse an, etwa https://moodle.example.edu/mod/lti/certs.php.',
      not_https: 'Geben Sie eine Adresse an, die mit https:// beginnt.',
      with_password: 'Lassen Sie Namen und Passwort weg.',
      with_fragment: 'Lassen Sie weg, was ab dem # steht.',
    },
  },
  'lti.platform_known': {
    title: 'Diese Lernplattform ist schon verbunden',
    detail: 'Eine mit diesem Aussteller und dieser Client-ID gibt es hier schon.',
    at: { known: 'Sehen Sie in der Liste nach, oder nehmen Sie die Client-ID des neuen Tools.' },
  },
  'lti.deployment_known': {
    title: 'Diese Einbindung ist schon bekannt',
    detail: 'Sie steht in der Liste: Genehmigen Sie sie dort.',
    at: { known: 'Sie steht in der Liste: Genehmigen Sie sie dort.' },
  },
  'lti.next_key_waits': {
    title: 'Der nächste Schlüssel ist schon unterwegs',
    detail: 'Er unterschreibt einen Tag, nachdem er gemacht wurde: Bis dahin kennt ihn jede Lernplattform.',
  },
  'lti.too_many_links': {
    title: 'Mehr Registrierungslinks kann es nicht geben',
    detail: ({ facts }) =>
      `${number(Number(facts?.['most'] ?? 0))} gelten noch. Ziehen Sie die zurück, die nicht gebraucht werden.`,
  },
} satisfies Readonly<Record<string, ProblemWords>>;
