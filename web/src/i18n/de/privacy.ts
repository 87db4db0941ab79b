import type { privacy as english } from '../en/privacy';
import { plural } from '../plural';

const count = plural('de');

export const privacy: typeof english = {
  erasures: {
    title: 'Personen löschen',
    lead: 'Wer darum gebeten hat, gelöscht zu werden. Es beginnt 14 Tage danach; bis dahin können sie es zurücknehmen.',
    toList: 'Personen löschen',
    empty: 'Niemand hat darum gebeten',
    emptyText: 'Mitglieder bitten in ihrem Konto darum, unter Datenschutz. Für wen Ihnen geschrieben hat, bitten Sie hier.',
    columns: { who: 'Wer', state: 'Stand', due: 'Beginnt', badges: 'Badges', acts: 'Aktionen' },
    states: { waiting: 'Wartet', cancelled: 'Zurückgenommen', refused: 'Abgelehnt', running: 'Wird gelöscht', done: 'Gelöscht' },
    badges: { kept: 'bleiben prüfbar', withdrawn: 'werden widerrufen' },
    byUs: 'von Ihnen veranlasst',
    ask: 'Für jemanden veranlassen',
    askHint:
      'Vergewissern Sie sich, dass die Person selbst geschrieben hat. Sie bekommt einen Brief und kann es 14 Tage lang zurücknehmen.',
    find: 'Name oder E-Mail-Adresse',
    findHint: 'Das Büro veranlasst es für Lernende, die Verwaltung auch für alle anderen.',
    choose: 'Löschen',
    chooseThis: (name) => `${name} löschen`,
    badgesLabel: 'Ihre Badges',
    fates: { kept: 'Sie bleiben prüfbar, ohne den Namen', withdrawn: 'Auch sie zurückziehen' },
    asked: (name) => `${name} wird in 14 Tagen gelöscht.`,
    refuse: 'Ablehnen',
    refuseThis: (name) => `Ablehnen, ${name} zu löschen`,
    refuseText: 'Das Gesetz gibt wenige Gründe, nein zu sagen. Die Person erfährt, welcher es ist, und kann wieder darum bitten.',
    reason: 'Grund',
    reasons: {
      work_in_assessment: 'Eine Arbeit wird beurteilt',
      appeal_open: 'Ein Einspruch ist offen',
      legal_duty: 'Ein Gesetz verpflichtet uns, es zu behalten',
    },
    refused: (name) => `${name} erfährt, dass Sie ablehnen.`,
  },
  retention: {
    title: 'Wie lange etwas aufbewahrt wird',
    lead: 'Was niemand mehr braucht, geht von selbst, einmal am Tag. Was Sie leer lassen, bleibt für immer.',
    form: 'Tage',
    kinds: {
      drafts: 'Entwürfe, die nie abgegeben wurden',
      uploads: 'Hochgeladene Dateien, die in keiner Abgabe stehen',
      notices: 'Mitteilungen',
      letters: 'Briefe',
      sessions: 'Beendete Anmeldungen',
      invitations: 'Erledigte Einladungen',
    },
    hints: {
      drafts: 'Tage seit der letzten Änderung, wenn die Teilnahme beendet ist. Mindestens 30.',
      uploads: 'Tage seit dem Hochladen. Mindestens 7.',
      notices: 'Tage seit der Mitteilung. Mindestens 7.',
      letters: 'Tage, seit sie geschrieben wurden. Mindestens 7.',
      sessions: 'Tage seit ihrem Ende.',
      invitations: 'Tage, seit sie angenommen, zurückgenommen oder abgelaufen sind.',
    },
    days: (number) => (number === null ? 'für immer' : count(number, { one: '# Tag', other: '# Tage' })),
    dryRun: 'Zeigen, was ginge',
    would: 'Das würde binnen eines Tages gelöscht:',
    nothing: 'Jetzt würde nichts gelöscht.',
    fixed:
      'Archive persönlicher Daten gehen nach 7 Tagen und Aufrufzahlen von Badges nach 90. Das Protokoll bleibt: Seine Einträge beweisen einander und enthalten nur Kennungen.',
  },
};
