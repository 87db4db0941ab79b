import { renderSVG } from 'uqr';

/** The code of an address, with the quiet zone that readers need (ISO/IEC 18004: four modules). */
export function qrPicture(url: string): string {
  return renderSVG(url, { ecc: 'M', border: 4 });
}
