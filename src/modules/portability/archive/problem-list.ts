import { MAX_PROBLEMS } from './limits.js';
import { ARCHIVE_PROBLEMS, type ArchiveProblem, type ArchiveProblemCode } from './package-files.js';

/** Gathers every reason to refuse a package, so that its author need not find them one by one. */
export class ProblemList {
  private readonly problems: ArchiveProblem[] = [];
  private uncounted = 0;

  add(code: ArchiveProblemCode, entry: string | null, detail: string = ARCHIVE_PROBLEMS[code]): void {
    if (this.problems.length < MAX_PROBLEMS)
      this.problems.push({ code, entry: entry === null ? null : printable(entry), detail });
    else this.uncounted += 1;
  }

  get any(): boolean {
    return this.problems.length > 0;
  }

  all(): ArchiveProblem[] {
    const last = this.problems.at(-1);
    if (!last || this.uncounted === 0) return this.problems;
    return [
      ...this.problems.slice(0, -1),
      { ...last, detail: `${last.detail} (and ${this.uncounted} more)`, more: this.uncounted },
    ];
  }
}

/** A hostile name must not act on the screen or the log it is shown in. */
function printable(name: string): string {
  const plain = name.replaceAll(
    /[\p{Cc}\p{Cf}]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
  return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain;
}
