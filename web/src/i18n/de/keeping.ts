import type { keeping as english } from '../en/keeping';

export const keeping: typeof english = {
  title: 'Behalten, was Sie hier tun',
  lead: (platform) =>
    `Sie sind über ${platform} hier. Machen Sie ein eigenes Konto daraus: Dann gehören Ihre Badges Ihnen, auch wenn der Kurs vorbei ist.`,
  begin: 'Zu meinem Konto machen',
  known: (platform) =>
    `Haben Sie hier schon ein Konto, geben Sie dessen Adresse an: Was Sie in ${platform} tun, wird ein Teil davon. Das geht, solange Sie noch nicht angefangen haben.`,
  address: 'Ihre E-Mail-Adresse',
  addressHint: 'Eine, die Ihnen auch nach dem Studium bleibt.',
  send: 'Link schicken',
  again: 'Noch einmal schicken',
  sentTitle: 'Ein Brief ist unterwegs',
  sent: (email) => `Öffnen Sie den Link im Brief an ${email} und geben Sie dort diesen Code ein:`,
  until: 'Er gilt einmal und eine Stunde lang. Lassen Sie diese Seite so lange offen, oder fragen Sie noch einmal.',
};
