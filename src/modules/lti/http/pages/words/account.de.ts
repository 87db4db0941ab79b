import type { account as en } from './account.en.js';

export const account: typeof en = {
  account: {
    steps: {
      own: {
        title: 'Ein eigenes Konto',
        lead: (name, platform, email) =>
          `Was Sie in ${platform} als „${name}“ tun, wird ein eigenes Konto mit ${email}. Alles Bisherige bleibt, und Ihre Badges gehören Ihnen auch nach dem Kurs.`,
        button: 'Zu meinem Konto machen',
      },
      link: {
        title: 'Ihr Konto verknüpfen',
        lead: (name, platform, email) =>
          `Mit ${email} haben Sie schon ein Konto. Was Sie von nun an in ${platform} als „${name}“ tun, wird ein Teil davon.`,
        button: 'Mein Konto verknüpfen',
      },
      refused: {
        title: 'Das geht nicht',
        lead: (name, platform) => `Es geht um das, was Sie in ${platform} als „${name}“ tun.`,
        button: '',
      },
    },
    whatItMeans: (platform) =>
      `Wer den Kurs in ${platform} unter Ihrem Namen öffnet, ist dann in Ihrem Konto, als Lernende oder Lernender: Dort sieht man, was Sie lernen, und Ihre Badges. Was Sie hier sonst sind, sind Sie über ${platform} nicht. In Ihrem Konto können Sie es unter „Anmeldung“ wieder lösen.`,
    refusals: {
      suspended: 'Eines der beiden Konten ist gesperrt. Fragen Sie die Einrichtung.',
      recorded:
        'Mit dieser Adresse gibt es ein Konto. Was Sie im Kurs bisher getan haben, sagt aber, wer es war, und lässt sich nicht in ein anderes Konto übertragen. Fragen Sie im Kurs noch einmal, mit einer anderen Adresse: Dann wird das Bisherige ein eigenes Konto.',
      settled: 'Sie haben inzwischen ein eigenes Konto. Melden Sie sich damit an.',
    },
    code: 'Code',
    codeHint: (platform) => `Die sechs Ziffern, die ${platform} gezeigt hat, als Sie gefragt haben.`,
    newPassword: 'Neues Passwort',
    newPasswordHint: 'Mindestens 8 Zeichen. Gut sind ein paar Wörter ohne Zusammenhang.',
    password: 'Passwort Ihres Kontos',
    forgotten: 'Passwort vergessen, oder nie eines gehabt?',
    ignore: 'Wenn Sie das nicht wollten, schließen Sie die Seite. Dann geschieht nichts.',
    somebodyElse: 'Sie sind hier als jemand anders angemeldet. Melden Sie sich zuerst ab und öffnen Sie den Link noch einmal.',
    signOut: 'Abmelden',
    notValid: 'Dieser Link lässt sich nicht verwenden',
    settled: {
      own: {
        title: 'Es ist Ihr Konto',
        text: 'Von nun an können Sie sich mit E-Mail-Adresse und Passwort anmelden, auch wenn der Kurs vorbei ist. Im Kurs geht alles weiter wie bisher.',
      },
      link: {
        title: 'Ihr Konto ist verknüpft',
        text: 'Öffnen Sie den Link in Ihrem Kurs noch einmal: Dort sind Sie dann in Ihrem eigenen Konto.',
      },
    },
    toAccount: 'Zu meinem Konto',
  },
  held: {
    title: 'Was Cairn über Sie speichert',
    nobody: 'Nichts: Über diese Plattform haben Sie noch nichts in Cairn geöffnet.',
    account:
      'Sie haben ein eigenes Konto, das diese Plattform öffnet. Was darin ist, sieht, wer sich damit anmeldet, und nicht diese Seite: Es gehört Ihnen und nicht der Plattform.',
    guest: (name) => `Unter dem Namen „${name}“ und dem, den Ihre Plattform für Sie hat, ist gespeichert:`,
    counts: {
      places: 'Plätze in Kursen',
      facts: 'Lernschritte',
      quizzes: 'Quizversuche',
      drafts: 'angefangene Arbeiten',
      submissions: 'abgegebene Arbeiten',
      notes: 'Notizen',
      badges: 'Badges',
    },
    besides:
      'Außerdem: wann Sie hier waren und mit welchem Browser, Urteile und Rückmeldungen zu Abgegebenem, Ihre Dateien und die Noten, die Ihrer Plattform mitgeteilt wurden.',
    rightsTitle: 'Wie Sie es bekommen oder löschen lassen',
    rights: (institution) =>
      `Wählen Sie im Kurs „Behalten, was Sie hier tun“ und machen Sie ein eigenes Konto daraus: Unter „Datenschutz“ stellt es Ihnen alles in einem Archiv zusammen, und dort können Sie es löschen lassen. Oder schreiben Sie an ${institution}; dort geschieht es für Sie.`,
    rightsOfAccount:
      'Melden Sie sich mit Ihrem Konto an. Unter „Datenschutz“ stellt es Ihnen alles in einem Archiv zusammen, und dort können Sie es löschen lassen.',
    toPrivacy: 'Zu meinem Konto',
  },
};
