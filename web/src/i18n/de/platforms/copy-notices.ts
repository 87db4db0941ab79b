import type { copyNotices as original } from '../../en/platforms/copy-notices';

export const copyNotices: typeof original = {
  title: 'Kopierte Kurse',
  lead: 'Wenn jemand einen Kurs kopiert, kann die Lernplattform es Cairn gleich melden, damit die Kopie zeigt, was ihr Original zeigt. Auch ohne das beginnen Kopien damit, wenn die Lernplattform beim Öffnen ihr Original nennt.',
  deployment: 'Deployment-ID',
  state: 'Stand',
  states: { asked: 'Angefragt', taken: 'Die Lernplattform meldet', refused: 'Abgelehnt', given_up: 'Aufgegeben' },
  answer: 'Was die Lernplattform gesagt hat',
  triedAt: (moment: string) => `Zuletzt gefragt ${moment}`,
  notYet: 'Sie wird gefragt.',
  none: 'Es ist nichts zu tun.',
  goesOn: 'Sie wird von selbst noch einmal gefragt.',
  gaveUp: 'Sie wurde oft gefragt und wird nicht mehr gefragt. Ist das behoben, fragen Sie noch einmal.',
  gaveUpUnheard:
    'Das Fragen ist hier oft gescheitert und aufgegeben. Die Seite „Zustand“ sagt, warum; fragen Sie dann noch einmal.',
  again: 'Noch einmal fragen',
  againOne: (id: string) => `Für Deployment ${id} noch einmal fragen`,
  asked: 'Sie wird gefragt.',
  act: 'Fragen',
  problems: {
    unreachable: 'Sie hat nicht geantwortet. Prüfen Sie, ob ihre Adresse von hier zu erreichen ist.',
    unavailable: 'Sie hatte selbst einen Fehler.',
    slow_down: 'Sie möchte seltener gefragt werden.',
    unreadable: 'Sie hat mit einer Seite statt einer Bestätigung geantwortet; ihr Protokoll sagt mehr.',
    unauthorized: 'Sie nimmt ihr eigenes Token nicht an. Prüfen Sie, ob das Tool dort aktiv ist.',
    token_refused:
      'Sie gibt Cairn kein Token. Prüfen Sie, ob das Tool dort aktiv ist und den Benachrichtigungsdienst nutzen darf.',
    scope_missing:
      'Sie bietet Meldungen an, lässt Cairn aber nicht darum bitten. Erlauben Sie dem Tool dort den Benachrichtigungsdienst und fragen Sie dann noch einmal.',
    forbidden: 'Sie lehnt ab. Erlauben Sie dem Tool dort den Benachrichtigungsdienst und fragen Sie dann noch einmal.',
    not_found: 'Die Adresse, die sie dafür nannte, gibt es nicht. Öffnen Sie Cairn dort einmal und fragen Sie dann noch einmal.',
    conflict: 'Dort ist schon eine andere Adresse eingetragen. Entfernen Sie sie und fragen Sie dann noch einmal.',
    rejected: 'Sie hat die Anfrage nicht verstanden. Ihr Protokoll sagt, warum; ist das behoben, fragen Sie noch einmal.',
  },
};
