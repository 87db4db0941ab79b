import { sanitiseSvg } from '../../../platform/storage/svg/sanitise-svg.js';

const NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0';

/**
 * The drawing with the signed credential as the first child of its root (OB 3.0 §5.3.2.1). The drawing is written anew by the
 * sanitiser, which also takes out a credential that was in it; the credential's own text is exact.
 */
export function bakeSvg(svg: string, signed: string): string {
  const cleaned = sanitiseSvg(svg);
  if (!cleaned.ok) throw new Error(`A badge picture is not an SVG: ${cleaned.reason}`);
  const text = writableInXml(signed).replaceAll(']]>', ']]]]><![CDATA[>');
  const credential = `<openbadges:credential><![CDATA[${text}]]></openbadges:credential>`;
  return cleaned.svg.replace(/^<svg([^>]*)>/, (_, attributes: string) => {
    return `<svg xmlns:openbadges="${NAMESPACE}"${attributes}>${credential}`;
  });
}

/** Two characters that JSON may hold as they are and XML 1.0 may not (§2.2), written as JSON's escapes. */
function writableInXml(json: string): string {
  return json.replaceAll('\uFFFE', String.raw`\ufffe`).replaceAll('\uFFFF', String.raw`\uffff`);
}

/** A drawing that is nothing but the picture, for pictures that were uploaded. */
export function svgAround(png: Buffer, { width, height }: { width: number; height: number }): string {
  const picture = `<image width="${width}" height="${height}" href="data:image/png;base64,${png.toString('base64')}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${picture}</svg>`;
}
