import type { Said } from '../../../platform/remarks.js';
import { REPORT_CODES, type ReportCode, type ReportLine } from './package.js';

/** Collects what is to be said about a package while it is read. */
export class Report {
  readonly lines: ReportLine[] = [];

  add(code: ReportCode, file: string, line: number | null, ...[detail, remark]: Said): void {
    this.lines.push({ severity: REPORT_CODES[code][0], file, line, code, detail, ...(remark ? { remark } : {}) });
  }
}

/** The same for one file. */
export type Note = (code: ReportCode, line: number | null, ...said: Said) => void;

export function noteIn(report: Report, file: string): Note {
  return (code, line, ...said) => report.add(code, file, line, ...said);
}
