import { primaryLanguage } from './lettering.js';

/** The words of a certificate that are ours. What authors wrote stays in their language. */
export interface CertificateWords {
  readonly kind: string;
  readonly certificate: string;
  readonly awardedTo: string;
  readonly holderUnnamed: string;
  readonly facts: string;
  readonly awarded: string;
  readonly validUntil: string;
  readonly workload: string;
  readonly hours: string;
  readonly credits: string;
  readonly level: string;
  readonly participation: string;
  readonly delivery: Record<'online' | 'blended' | 'onsite', string>;
  readonly assessment: string;
  readonly assessedBy: string;
  readonly qualityAssurance: string;
  readonly prerequisites: string;
  readonly country: string;
  readonly identifier: string;
  readonly outcomes: string;
  readonly programme: string;
  readonly unsigned: string;
  readonly skills: string;
  readonly results: string;
  readonly evidence: string;
  readonly check: string;
  readonly checkHow: string;
  readonly attached: string;
  readonly attachment: string;
  readonly qr: string;
  readonly badge: string;
  readonly logo: string;
  readonly signature: string;
}

const en: CertificateWords = {
  kind: 'Micro-credential',
  certificate: 'Certificate',
  awardedTo: 'Awarded to',
  holderUnnamed: 'Awarded to the holder of the signed credential, whose name it does not disclose.',
  facts: 'About this credential',
  awarded: 'Awarded on',
  validUntil: 'Valid until',
  workload: 'Workload',
  hours: 'hours',
  credits: 'Credits earned',
  level: 'Level',
  participation: 'Form of participation',
  delivery: { online: 'Online', blended: 'Blended', onsite: 'On site' },
  assessment: 'Assessment',
  assessedBy: 'Project, graded against a published rubric',
  qualityAssurance: 'Quality assurance',
  prerequisites: 'Prerequisites',
  country: 'Country of the issuer',
  identifier: 'Credential',
  outcomes: 'Learning outcomes',
  programme: 'About the programme',
  unsigned: 'As its issuer published it. This part was not signed.',
  skills: 'Skills',
  results: 'Results',
  evidence: 'Evidence',
  check: 'Check that it is genuine',
  checkHow:
    'This sheet alone proves nothing. Scan the code or open the address to see what was signed, and whether it still holds:',
  attached: 'The signed credential is attached to this file as credential.json.',
  attachment: 'The signed Open Badges 3.0 credential',
  qr: 'QR code of the address',
  badge: 'Badge of',
  logo: 'Logo of',
  signature: 'Signature of',
};

const de: CertificateWords = {
  kind: 'Micro-Credential',
  certificate: 'Zertifikat',
  awardedTo: 'Verliehen an',
  holderUnnamed: 'Verliehen an die Person, der der signierte Nachweis gehört; ihren Namen nennt er nicht.',
  facts: 'Zu diesem Nachweis',
  awarded: 'Verliehen am',
  validUntil: 'Gültig bis',
  workload: 'Arbeitsaufwand',
  hours: 'Stunden',
  credits: 'Erworbene Leistungspunkte',
  level: 'Niveau',
  participation: 'Form der Teilnahme',
  delivery: { online: 'Online', blended: 'Teils online, teils vor Ort', onsite: 'Vor Ort' },
  assessment: 'Bewertung',
  assessedBy: 'Projekt, bewertet nach einem veröffentlichten Raster',
  qualityAssurance: 'Qualitätssicherung',
  prerequisites: 'Voraussetzungen',
  country: 'Land der ausstellenden Einrichtung',
  identifier: 'Nachweis',
  outcomes: 'Lernergebnisse',
  programme: 'Zum Programm',
  unsigned: 'So hat es die ausstellende Einrichtung veröffentlicht. Dieser Teil wurde nicht signiert.',
  skills: 'Kompetenzen',
  results: 'Ergebnisse',
  evidence: 'Belege',
  check: 'Echtheit prüfen',
  checkHow: 'Dieses Blatt allein beweist nichts. Der Code oder die Adresse zeigen, was signiert wurde und ob es noch gilt:',
  attached: 'Der signierte Nachweis liegt dieser Datei als credential.json bei.',
  attachment: 'Der signierte Nachweis nach Open Badges 3.0',
  qr: 'QR-Code der Adresse',
  badge: 'Abzeichen von',
  logo: 'Logo von',
  signature: 'Unterschrift von',
};

const fr: CertificateWords = {
  kind: 'Microcertification',
  certificate: 'Certificat',
  awardedTo: 'Décerné à',
  holderUnnamed: 'Décerné au titulaire du justificatif signé, qui ne divulgue pas son nom.',
  facts: 'À propos de ce justificatif',
  awarded: 'Décerné le',
  validUntil: 'Valable jusqu’au',
  workload: 'Charge de travail',
  hours: 'heures',
  credits: 'Crédits obtenus',
  level: 'Niveau',
  participation: 'Forme de participation',
  delivery: { online: 'En ligne', blended: 'Hybride', onsite: 'Sur place' },
  assessment: 'Évaluation',
  assessedBy: 'Projet, évalué selon une grille publiée',
  qualityAssurance: 'Assurance de la qualité',
  prerequisites: 'Prérequis',
  country: 'Pays de l’émetteur',
  identifier: 'Justificatif',
  outcomes: 'Acquis d’apprentissage',
  programme: 'À propos du programme',
  unsigned: 'Tel que publié par l’émetteur. Cette partie n’a pas été signée.',
  skills: 'Compétences',
  results: 'Résultats',
  evidence: 'Preuves',
  check: 'Vérifier l’authenticité',
  checkHow: 'Cette feuille seule ne prouve rien. Le code ou l’adresse montrent ce qui a été signé et si cela vaut encore :',
  attached: 'Le justificatif signé est joint à ce fichier sous le nom credential.json.',
  attachment: 'Le justificatif signé Open Badges 3.0',
  qr: 'Code QR de l’adresse',
  badge: 'Badge de',
  logo: 'Logo de',
  signature: 'Signature de',
};

const es: CertificateWords = {
  kind: 'Microcredencial',
  certificate: 'Certificado',
  awardedTo: 'Otorgado a',
  holderUnnamed: 'Otorgado al titular de la credencial firmada, que no revela su nombre.',
  facts: 'Sobre esta credencial',
  awarded: 'Otorgado el',
  validUntil: 'Válido hasta',
  workload: 'Carga de trabajo',
  hours: 'horas',
  credits: 'Créditos obtenidos',
  level: 'Nivel',
  participation: 'Forma de participación',
  delivery: { online: 'En línea', blended: 'Semipresencial', onsite: 'Presencial' },
  assessment: 'Evaluación',
  assessedBy: 'Proyecto, evaluado con una rúbrica publicada',
  qualityAssurance: 'Garantía de calidad',
  prerequisites: 'Requisitos previos',
  country: 'País del emisor',
  identifier: 'Credencial',
  outcomes: 'Resultados de aprendizaje',
  programme: 'Sobre el programa',
  unsigned: 'Tal como lo publicó el emisor. Esta parte no fue firmada.',
  skills: 'Competencias',
  results: 'Resultados',
  evidence: 'Evidencias',
  check: 'Comprobar la autenticidad',
  checkHow: 'Esta hoja por sí sola no prueba nada. El código o la dirección muestran qué se firmó y si sigue vigente:',
  attached: 'La credencial firmada va adjunta a este archivo como credential.json.',
  attachment: 'La credencial firmada Open Badges 3.0',
  qr: 'Código QR de la dirección',
  badge: 'Insignia de',
  logo: 'Logotipo de',
  signature: 'Firma de',
};

const LANGUAGES: Record<string, CertificateWords> = { de, en, es, fr };

/** In the language of the programme where we have words in it, else in English. */
export function certificateWords(language: string): { language: string; words: CertificateWords } {
  const asked = primaryLanguage(language);
  const words = Object.hasOwn(LANGUAGES, asked) ? LANGUAGES[asked] : undefined;
  return words ? { language: asked, words } : { language: 'en', words: en };
}

/** A moment's day in UTC, as it is written out. English as in Europe: day before month. */
export function longDay(moment: string, language: string): string {
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(moment));
}
