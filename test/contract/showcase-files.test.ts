import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CredentialFacts, credentialFacts } from '../../src/modules/credentials/domain/credential-facts.js';
import { bakePng } from '../../src/modules/showcase/baking/bake-png.js';
import { bakeSvg, svgAround } from '../../src/modules/showcase/baking/bake-svg.js';
import { type BadgeDesign, DEFAULT_COLOURS } from '../../src/modules/showcase/domain/badge-design.js';
import type { EuMicrocredential } from '../../src/modules/credentials/domain/eu-microcredential.js';
import { certificateInputs } from '../../src/modules/showcase/domain/certificate.js';
import { DEFAULT_LOOK } from '../../src/modules/showcase/domain/look.js';
import { sampleFacts } from '../../src/modules/showcase/domain/sample-facts.js';
import { DrawBadge, type DrawnBadge } from '../../src/modules/showcase/drawing/draw-badge.js';
import { DrawingRoom } from '../../src/modules/showcase/drawing/drawing-room.js';
import { qrPicture } from '../../src/modules/showcase/drawing/qr-picture.js';
import { verifyIndependently } from '../../demo/independent-verifier.mjs';
import { amirasAward, waterDataAchievement } from '../support/awards.js';
import { IssuerWorld } from '../support/issuer-world.js';
import { readPdf, readPngTexts, readSvgCredential } from '../support/public-readers.mjs';

const HOSTILE = 'ł ö 漢 🎓 {"a": [1}} ]]> \\" \uFFFF &amp; <b> \u0001 #set page(fill: red)';

const european: EuMicrocredential = {
  contextUrl: 'https://cairn.riverside.example/contexts/microcredential-v2.json',
  schemaUrl: 'https://cairn.riverside.example/schemas/microcredential-v2.json',
  learningOutcomes: ['Measures rivers.'],
  workloadHours: 112.5,
  ects: 4.5,
  ceu: 11.3,
  localLevel: 'Continuing education',
  assessmentTypes: ['application of a skill'],
  project: 'A year at the weir',
  participation: 'online',
  qualityAssurance: 'Reviewed each year.',
};

/** Readers that share nothing with Cairn find the credential in its files, and it still verifies. */
describe('A signed credential', () => {
  const world = new IssuerWorld();
  const room = new DrawingRoom();
  const design: BadgeDesign = {
    shape: 'circle',
    icon: 'wave',
    ...DEFAULT_COLOURS,
    title: 'Water',
    level: 'EQF 6',
    ring: 'Riverside',
  };
  let statusListCredential: object;
  let signed: string;
  let badge: DrawnBadge;

  beforeAll(async () => {
    statusListCredential = await world.publishList();
    const achievement = waterDataAchievement({ name: HOSTILE, description: `Measures. ${HOSTILE}`, european });
    signed = (await world.sign(world.badge(amirasAward({ achievement })))).bytes;
    badge = await new DrawBadge(room).run(design, 'en');
  });
  afterAll(() => room.onApplicationShutdown());

  const judge = (text: string) =>
    verifyIndependently(text, { didDocument: world.didDocument(), statusListCredential, now: world.now });

  it('is read from the picture that it is baked into, and verifies', async () => {
    const { order, texts } = readPngTexts(bakePng(badge.png, signed));
    expect(texts).toMatchObject([{ keyword: 'openbadgecredential', compressed: false, method: 0 }]);
    expect(order.indexOf('iTXt')).toBeGreaterThan(order.indexOf('IHDR'));
    expect(order.indexOf('iTXt')).toBeLessThan(order.indexOf('IDAT'));
    expect(order.at(-1)).toBe('IEND');
    const text = texts[0]?.text ?? '';
    expect(JSON.parse(text)).toEqual(JSON.parse(signed));
    expect(await judge(text)).toEqual({ verified: true });
  });

  it('can be cut out of the picture by counting braces, as Learner Credential Wallet does', () => {
    const file = bakePng(badge.png, signed).toString('utf8');
    const begin = file.indexOf('{', file.indexOf('openbadgecredential'));
    let [depth, end] = [0, begin];
    do {
      if (file[end] === '{') depth++;
      if (file[end] === '}') depth--;
      end++;
    } while (depth > 0 && end < file.length);
    expect(JSON.parse(file.slice(begin, end))).toEqual(JSON.parse(signed));
  });

  it('takes the place of the credential that was in the picture before', () => {
    const { texts } = readPngTexts(bakePng(bakePng(badge.png, '{"earlier": true}'), signed));
    expect(texts.map(({ text }) => JSON.parse(text) as object)).toEqual([JSON.parse(signed)]);
  });

  it('is read from the drawing that it is baked into, as its first child, and verifies', async () => {
    for (const svg of [badge.svg, svgAround(badge.png, { width: 1024, height: 1024 }), bakeSvg(badge.svg, '{"earlier": true}')]) {
      const baked = bakeSvg(svg, signed);
      const { namespace, element, text } = readSvgCredential(baked);
      expect({ namespace, element }).toEqual({
        namespace: 'https://purl.imsglobal.org/ob/v3p0',
        element: 'openbadges:credential',
      });
      expect(baked.match(/<openbadges:credential>/g)).toHaveLength(1);
      expect(JSON.parse(text)).toEqual(JSON.parse(signed));
      expect(await judge(text)).toEqual({ verified: true });
    }
  });

  it('loses scripts and links of the drawing that it is baked into', () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script><a href="https://evil.example"><path d="M0 0"/></a></svg>';
    expect(bakeSvg(svg, '{}')).not.toMatch(/alert|evil|script/);
  });

  describe('on its certificate', () => {
    const certificate = async (title: string, change: Partial<CredentialFacts> = {}) => {
      const facts = { ...credentialFacts(signed, null), title, description: 'Measures rivers.', skills: [], ...change };
      const inputs = certificateInputs(facts, DEFAULT_LOOK, {
        badge: badge.svg,
        qr: qrPicture(facts.url),
        logo: null,
        signatures: [],
      });
      const { bytes, accessible } = await room.pdf('certificate', { certificate: JSON.stringify(inputs), credential: signed });
      return { facts, accessible, pdf: await readPdf(bytes) };
    };

    it('is attached byte for byte, and verifies', async () => {
      const { pdf } = await certificate('Water');
      expect(pdf.attachments.map(({ filename }) => filename)).toEqual(['credential.json']);
      const text = pdf.attachments[0]?.content.toString('utf8') ?? '';
      expect(text).toBe(signed);
      expect(await judge(text)).toEqual({ verified: true });
    });

    it('is set for everybody: tagged, with language, title, headings, and words for its pictures', async () => {
      const { pdf, facts, accessible } = await certificate('Water');
      expect(accessible).toBe(true);
      expect(pdf).toMatchObject({ title: 'Certificate: Water', language: 'en', marked: { Marked: true }, part: '1' });
      expect(pdf.pages[0]?.roles).toEqual(expect.arrayContaining(['Root', 'Document', 'H1', 'H2', 'L', 'LI', 'Figure', 'Link']));
      expect(pdf.pages[0]?.alternatives).toEqual(['Badge of Water', `QR code of the address ${facts.url}`]);
      expect(pdf.pages.flatMap(({ links }) => links)).toContain(facts.url);
      const words = pdf.pages.map(({ text }) => text).join('\n');
      for (const told of [
        'Amira Haddad',
        '1 March 2026',
        '112.5 hours · 4.5 ECTS · 11.3 CEU',
        'Continuing education',
        'A year at the weir',
        'Riverside University — Continuing Education',
        'Germany',
        'Proficient',
        '87',
      ])
        expect(words).toContain(told);
      expect(words).not.toContain('This part was not signed.');
    });

    it('says of the words that only the edition has that nobody signed them', async () => {
      const stated = { ...credentialFacts(signed, null).stated, ceu: null };
      const edition = {
        ...sampleFacts(credentialFacts(signed, null).issuer, 'https://x.example', world.now).programme,
        ceu: 11.3,
      };
      const { pdf } = await certificate('Water', { stated, programme: edition as CredentialFacts['programme'] });
      const words = pdf.pages
        .map(({ text }) => text)
        .join('\n')
        .replaceAll(/\s+/g, ' ');
      expect(words).toMatch(/112\.5 hours · 4\.5 ECTS .*This part was not signed\. Workload 11\.3 CEU/);
    });

    it('shows what people wrote and obeys none of it', async () => {
      const title = '#set page(fill: red) #panic("x") *bold* $x^2$ `raw` @ref <label> // gone? /* gone? */ \\ ~ -- = heading';
      const { pdf } = await certificate(title);
      expect(pdf.title).toBe(`Certificate: ${title}`);
      expect(pdf.pages[0]?.text.replaceAll(/\s+/g, ' ')).toContain(
        '#set page(fill: red) #panic("x") *bold* $x^2$ `raw` @ref <label>',
      );
    });

    it('is made even where no font has a letter, and then does not claim PDF/UA', async () => {
      const { pdf, accessible } = await certificate('Hieroglyphs \u{13000}\u{1FFFE}');
      expect(accessible).toBe(false);
      expect(pdf).toMatchObject({ marked: { Marked: true }, part: null });
      expect(pdf.attachments).toHaveLength(1);
    });
  });
});
