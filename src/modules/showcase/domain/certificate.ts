import type { CredentialFacts } from '../../credentials/domain/credential-facts.js';
import { type StatedFacts, unstatedFacts } from '../../credentials/domain/programme-facts.js';
import { levelWords } from './badge-design.js';
import { type CertificateWords, certificateWords, longDay } from './certificate-words.js';
import { inkOn } from './colour.js';
import { primaryLanguage, readsRightToLeft } from './lettering.js';
import type { Look } from './look.js';

export interface CertificatePictures {
  /** SVG each. */
  readonly badge: string;
  readonly qr: string;
  readonly logo: string | null;
  /** In the order of the signatories. */
  readonly signatures: readonly (string | null)[];
}

export interface CertificateFact {
  readonly term: string;
  readonly value: string;
  /** Whether the value is in its authors' words. */
  readonly authored: boolean;
}

/** What the certificate is told; each text stands for itself and is never read as markup. */
export function certificateInputs(facts: CredentialFacts, look: Look, pictures: CertificatePictures) {
  const { language, words } = certificateWords(facts.language);
  const unsigned = unstatedFacts(facts.stated, facts.programme);
  return {
    words,
    wordsLanguage: language,
    wordsRtl: false,
    language: primaryLanguage(facts.language),
    rtl: readsRightToLeft(facts.title),
    template: look.template,
    background: look.background,
    accent: look.accent,
    // Headings stand on white paper.
    ink: inkOn(look.background) === '#ffffff' ? look.background : '#16211f',
    documentTitle: `${words.certificate}: ${facts.title}`,
    title: facts.title,
    description: facts.description === facts.title ? '' : facts.description,
    issuer: facts.issuer.name,
    holder: facts.holder,
    url: facts.url,
    facts: certificateFacts(facts, words, language),
    outcomes: facts.stated.outcomes,
    // Only European badges state all of it: of others the sheet says which words of their programme nobody signed.
    unsigned: { facts: programmeFacts(unsigned, words, language), outcomes: unsigned.outcomes },
    skills: facts.skills.map(({ name, url, framework, code }) => ({
      name,
      url,
      framework: [framework, code].filter(Boolean).join(' '),
    })),
    results: facts.results,
    evidence: facts.evidence,
    badge: pictures.badge,
    badgeAlt: `${words.badge} ${facts.title}`,
    logo: pictures.logo,
    logoAlt: `${words.logo} ${facts.issuer.name}`,
    qr: pictures.qr,
    qrAlt: `${words.qr} ${facts.url}`,
    signatories: look.signatories.map(({ name, role }, index) => ({
      name,
      role,
      signature: pictures.signatures[index] ?? null,
      alt: `${words.signature} ${name}`,
    })),
  };
}

/** What was signed, and so can be compared with the credential wherever the sheet turns up. */
function certificateFacts(facts: CredentialFacts, words: CertificateWords, language: string): CertificateFact[] {
  const day = (moment: string) => longDay(moment, language);
  return [
    ours(words.awarded, day(facts.awardedAt)),
    ...(facts.validUntil === null ? [] : [ours(words.validUntil, day(facts.validUntil))]),
    ...(facts.credits === null ? [] : [ours(words.credits, credits(facts, language))]),
    ...programmeFacts(facts.stated, words, language),
    ...(facts.issuer.countryCode === null ? [] : [ours(words.country, country(facts.issuer.countryCode, language))]),
    ours(words.identifier, facts.url),
  ];
}

/** The descriptive elements of Council Recommendation 2022/C 243/02, Annex I, as far as they are known. */
function programmeFacts(programme: StatedFacts, words: CertificateWords, language: string): CertificateFact[] {
  const { level, deliveryMode, assessment, qualityAssurance, prerequisites } = programme;
  const workload = workloadOf(programme, words, language);
  return [
    ...(workload === '' ? [] : [ours(words.workload, workload)]),
    ...(level === null ? [] : [ours(words.level, levelWords(level))]),
    ...(deliveryMode === null ? [] : [ours(words.participation, words.delivery[deliveryMode])]),
    ...(assessment === null ? [] : [ours(words.assessment, `${words.assessedBy}: ${assessment}`)]),
    ...(qualityAssurance ? [theirs(words.qualityAssurance, qualityAssurance)] : []),
    ...(prerequisites ? [theirs(words.prerequisites, prerequisites)] : []),
  ];
}

/** Open Badges' credits have no unit: one is printed only where it is signed beside them. */
function credits({ credits: earned, stated }: CredentialFacts, language: string): string {
  const number = amount(earned ?? 0, language);
  return earned === stated.ects ? `${number} ECTS` : number;
}

function workloadOf({ hours, ects, ceu }: StatedFacts, words: CertificateWords, language: string): string {
  return [
    hours === null ? null : `${amount(hours, language)} ${words.hours}`,
    ects === null ? null : `${amount(ects, language)} ECTS`,
    ceu === null ? null : `${amount(ceu, language)} CEU`,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function amount(number: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(number);
}

function country(code: string, language: string): string {
  return /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code) : code;
}

const ours = (term: string, value: string): CertificateFact => ({ term, value, authored: false });
const theirs = (term: string, value: string): CertificateFact => ({ term, value, authored: true });
