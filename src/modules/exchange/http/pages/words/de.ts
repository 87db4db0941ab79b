import { OFFLINE_ACCESS, PREFIX } from '../../../domain/scopes.js';
import type { en } from './en.js';

export const de: typeof en = {
  scopes: {
    [`${PREFIX}credential.readonly`]: 'Die Badges lesen, die Sie hier haben',
    [`${PREFIX}credential.upsert`]: 'Badges von anderswo zu Ihren hinzufügen und sie durch neuere ersetzen',
    [`${PREFIX}profile.readonly`]: 'Ihr Profil lesen: Ihren Namen und was Sie oder Ihre Dienste hineingeschrieben haben',
    [`${PREFIX}profile.update`]: 'Ihr Profil für Dienste ändern',
    [OFFLINE_ACCESS]: 'Das auch in Ihrer Abwesenheit, bis Sie ihn trennen',
  },
  consent: {
    title: (service) => `${service} verbinden?`,
    asks: (service, institution) => `Der Dienst ${service} bittet um Zugang zu Ihren Badges bei ${institution}.`,
    signedInAs: (person) => `Sie sind als ${person} angemeldet.`,
    able: 'Er dürfte dann',
    unchecked: (host) =>
      `Cairn hat nicht geprüft, wer ihn betreibt. Ihre Antwort geht an ${host}: Verbinden Sie ihn nur, wenn Sie diese Adresse kennen.`,
    connect: 'Verbinden',
    refuse: 'Nicht verbinden',
    about: 'Über den Dienst',
    privacy: 'Seine Datenschutzerklärung',
    terms: 'Seine Bedingungen',
  },
  refused: {
    title: 'Diese Verbindung lässt sich nicht herstellen',
    text: 'Es wurde nichts geteilt. Sagen Sie es denen, die den Dienst betreiben, der Sie hierher geschickt hat.',
    faults: {
      'unknown-client': 'Unter dieser client_id ist kein Programm eingetragen.',
      'unknown-address': 'Das Programm hat diese redirect_uri nicht eingetragen.',
    },
  },
  wallet: {
    title: (badge) => `„${badge}“ in eine Wallet nehmen`,
    of: (institution) => `Ein Badge von ${institution}.`,
    until: 'Das Badge lässt sich einmal nehmen, bis',
    secret: 'Wer die Adresse dieser Seite hat, kann es nehmen; zeigen Sie sie also niemandem.',
    code: 'Ihre Wallet wird nach einer Zahl fragen. Sie steht in der Nachricht, die eben an Ihre E-Mail-Adresse ging.',
    binds:
      'Das Badge wird neu ausgestellt und nennt den Schlüssel Ihrer Wallet als Inhaber. Seine Adresse bleibt; Dateien davon, die Sie aufbewahrt haben, sind dann veraltet.',
    here: 'Eine Wallet auf diesem Gerät',
    openIn: (wallet) => `In ${wallet} öffnen`,
    elsewhere: 'Eine Wallet auf einem anderen Gerät',
    scan: 'Lesen Sie diesen Code mit der Wallet ein.',
    qr: 'QR-Code der Adresse dieser Seite',
    copy: 'Oder kopieren Sie die Adresse hinein:',
    claimed: 'Das Badge ist in einer Wallet: Diese Adresse wurde benutzt.',
    over: 'Die Zeit dieser Adresse ist vorbei, oder das Badge gilt nicht mehr.',
    again: 'Um es in eine andere Wallet zu nehmen, beginnen Sie neu bei Ihren Badges.',
  },
};
