import { renderSVG } from 'uqr';

/** The text as a QR code: an SVG with its quiet zone, black on white in dark mode too, because scanners want it so. */
export function qrCode(text: string): string {
  return renderSVG(text, { border: 4, pixelSize: 4 });
}
