import type { checks as english } from './checks.en.js';

export const checks: typeof english = {
  questions: {
    context: {
      asks: 'Wortschatz',
      passed: 'Jedes Wort darin ist erklärt.',
      failed: 'Er verwendet Wörter, die nicht erklärt sind.',
      unknown: 'Seine Wörter ließen sich nicht prüfen.',
    },
    schema: {
      asks: 'Form',
      passed: 'Er hat die Form eines Nachweises.',
      failed: 'Er hat nicht die Form eines Nachweises.',
      unknown: 'Seine Form ließ sich nicht prüfen.',
    },
    proof: {
      asks: 'Unterschrift',
      passed: 'Er ist genau so, wie er unterschrieben wurde.',
      failed: 'Er wurde verändert oder nie von dieser Stelle unterschrieben.',
      unknown: 'Die Unterschrift ließ sich nicht prüfen.',
    },
    issuer: {
      asks: 'Ausstellende Stelle',
      passed: 'Der Schlüssel gehört ihr.',
      failed: 'Der Schlüssel gehört ihr nicht.',
      unknown: 'Sie war nicht zu erreichen.',
    },
    validity: {
      asks: 'Daten',
      passed: 'Er ist heute gültig.',
      failed: 'Er ist heute nicht gültig.',
      unknown: 'Seine Daten ließen sich nicht prüfen.',
    },
    status: {
      asks: 'Stand',
      passed: 'Er wurde nicht zurückgenommen.',
      failed: 'Er wurde zurückgenommen.',
      unknown: 'Ob er zurückgenommen wurde, ließ sich nicht prüfen.',
    },
    subject: {
      asks: 'Person',
      passed: 'Er handelt von der Person, der die angegebene E-Mail-Adresse gehört.',
      failed: 'Er handelt nicht von der Person, der die angegebene E-Mail-Adresse gehört.',
      unknown: 'Ob er von der Person mit dieser E-Mail-Adresse handelt, ließ sich nicht prüfen.',
    },
  },
  notChecked: 'Nicht geprüft, weil zuerst etwas anderes stimmen muss.',
  verified: '✓ Echt und gültig',
  suspended: '✗ Von der ausstellenden Stelle ausgesetzt',
  superseded: '✗ Durch eine neuere Form ersetzt',
  withdrawn: '✗ Eine Empfehlung, die zurückgezogen wurde',
  partly: '? Echt, aber nicht alles ließ sich prüfen',
  unknown: '? Ließ sich nicht prüfen',
  failed: '✗ Nicht bestätigt',
  but: {
    status: 'echt, aber zurückgenommen',
    validity: 'echt, aber heute nicht gültig',
    subject: 'echt, aber von jemand anderem',
  },
};
