import { stringify } from 'yaml';
import { isTooDeep } from '../yaml/open-yaml.js';

const STRINGS = /"(?:[^"\\]|\\.)*"/g;

/**
 * Fields as YAML that people like to read. Texts that the reader would take for deep nesting (far indented lines, brackets without end)
 * are written as JSON, which is YAML too, with their brackets escaped.
 */
export function toYaml(fields: object): string {
  const yaml = stringify(fields, { schema: 'core', lineWidth: 0, blockQuote: 'literal', aliasDuplicateObjects: false });
  if (!isTooDeep(yaml)) return yaml;
  const json = JSON.stringify(fields);
  return `${json.replaceAll(STRINGS, (text) => text.replaceAll('[', String.raw`\u005b`).replaceAll('{', String.raw`\u007b`))}\n`;
}
