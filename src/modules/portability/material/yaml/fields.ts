import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import type { Remark, Said } from '../../../../platform/remarks.js';
import type { Note } from '../report.js';
import { say } from '../remarks.js';

interface Range {
  min?: number;
  max?: number;
  whole?: boolean;
}

/**
 * A mapping read field by field. Each reader takes the field's name and what stands for an absent one;
 * without that the field is needed. Wrong values are noted with their line and replaced, so that one reading finds every fault.
 * `close` notes the fields that nobody asked for.
 */
export class Fields {
  private readonly asked = new Set<string>();

  constructor(
    private readonly map: YAMLMap,
    private readonly note: Note,
    private readonly lineAt: (offset: number) => number,
  ) {}

  /** Line of the mapping, or of one of its fields. */
  line(name?: string): number {
    const node = name === undefined ? this.map : (this.map.get(name, true) ?? this.map);
    return this.lineAt((node as Node).range?.[0] ?? 0);
  }

  has(name: string): boolean {
    return this.map.has(name);
  }

  text(name: string, absent?: string): string {
    const value = this.scalar(name, absent === undefined);
    if (value === null) return absent ?? '';
    if (typeof value === 'string') {
      if (absent === undefined && value.trim() === '')
        this.note('field-missing', this.line(name), ...say('must-not-be-empty', { name }));
      return value;
    }
    this.wrong(name, typeof value === 'object' ? 'must-be-text' : 'must-be-quoted');
    return absent ?? '';
  }

  /** A text that has to be there and that a draft may leave empty. */
  draftText(name: string): string {
    const text = this.text(name, '');
    if (!this.has(name)) this.note('field-missing', this.line(), ...say('is-needed', { name }));
    else if (text.trim() === '') this.note('field-empty', this.line(name), ...say('fill-before-publishing', { name }));
    return text;
  }

  number(name: string, absent?: number, range: Range = {}): number {
    return this.numberOr(name, absent, range) ?? 0;
  }

  /** A number that may be `null`, which is also what an absent one is. */
  numberOrNull(name: string, range: Range = {}): number | null {
    return this.numberOr(name, null, range);
  }

  flag(name: string, absent?: boolean): boolean {
    const value = this.scalar(name, absent === undefined);
    if (value === null) return absent ?? false;
    if (typeof value !== 'boolean') this.wrong(name, 'must-be-flag');
    return value === true;
  }

  choice<T extends string>(name: string, values: readonly [T, ...T[]], absent?: T): T {
    const text = this.text(name, absent);
    const value = values.find((candidate) => candidate === text);
    if (value === undefined && text !== '') this.wrong(name, 'must-be-one-of', { values: values.join(', ') });
    return value ?? absent ?? values[0];
  }

  /** A list of texts; an absent one is empty. */
  texts(name: string): string[] {
    return this.items(name).flatMap((item) => {
      if (isScalar(item) && typeof item.value === 'string') return [item.value];
      this.note('field-malformed', this.lineOf(item), ...say('must-be-texts', { name }));
      return [];
    });
  }

  group(name: string): Fields | null {
    const node = this.take(name);
    if (isMap(node)) return new Fields(node, this.note, this.lineAt);
    if (node && !(isScalar(node) && node.value === null)) this.wrong(name, 'must-be-group');
    return null;
  }

  /** A list of mappings; an absent one is empty. */
  groups(name: string): Fields[] {
    return this.items(name).flatMap((item) => {
      if (isMap(item)) return [new Fields(item, this.note, this.lineAt)];
      this.note('field-malformed', this.lineOf(item), ...say('must-be-groups', { name }));
      return [];
    });
  }

  /** A list of texts, of which some may be mappings instead; an absent one is empty. */
  textsOrGroups(name: string): (string | Fields)[] {
    return this.items(name).flatMap((item): (string | Fields)[] => {
      if (isMap(item)) return [new Fields(item, this.note, this.lineAt)];
      if (isScalar(item) && typeof item.value === 'string') return [item.value];
      this.note('field-malformed', this.lineOf(item), ...say('must-be-texts-or-groups', { name }));
      return [];
    });
  }

  /** Passes over fields that are known and not needed. */
  skip(names: readonly string[]): void {
    for (const name of names) this.asked.add(name);
  }

  /** Reports fields that were never read. `field-ignored` is for files that others wrote for another program. */
  close(code: 'field-unknown' | 'field-ignored' = 'field-unknown'): void {
    for (const { key } of this.map.items) {
      const name = isScalar(key) ? String(key.value) : 'a field';
      if (this.asked.has(name)) continue;
      const said: Said =
        code === 'field-unknown' ? say('known-here', { name, known: [...this.asked].join(', ') }) : [`"${name}"`];
      this.note(code, this.lineOf(key), ...said);
    }
  }

  private take(name: string): Node | undefined {
    this.asked.add(name);
    return this.map.get(name, true);
  }

  /** `null` for an absent or empty field. */
  private scalar(name: string, needed: boolean): unknown {
    const node = this.take(name);
    const value = isScalar(node) ? node.value : (node ?? null);
    if (value === null && needed) this.note('field-missing', this.line(), ...say('is-needed', { name }));
    return value;
  }

  private numberOr(
    name: string,
    absent: number | null | undefined,
    { min = 0, max = Infinity, whole = false }: Range,
  ): number | null {
    const value = this.scalar(name, absent === undefined);
    if (value === null) return absent ?? null;
    if (typeof value === 'number' && value >= min && value <= max && (!whole || Number.isInteger(value))) return value;
    const kind = whole ? 'must-be-whole' : 'must-be-number';
    this.wrong(name, max === Infinity ? kind : `${kind}-up-to`, { min, max });
    return absent ?? null;
  }

  private items(name: string): Node[] {
    const node = this.take(name);
    if (isSeq(node)) return node.items as Node[];
    if (node && !(isScalar(node) && node.value === null)) this.wrong(name, 'must-be-list');
    return [];
  }

  private wrong(name: string, expected: Parameters<typeof say>[0] & `must-be-${string}`, values: Remark['values'] = {}): void {
    this.note('field-malformed', this.line(name), ...say(expected, { name, ...values }));
  }

  private lineOf(node: unknown): number {
    return this.lineAt((node as Node | null)?.range?.[0] ?? this.map.range?.[0] ?? 0);
  }
}
