const XSD = 'http://www.w3.org/2001/XMLSchema#';
const XSD_DOUBLE = `${XSD}double`;

const escaped = /["\\\p{Cc}]/u;
const eachEscaped = /["\\\p{Cc}]/gu;
const short: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** Whether a literal, and so JSON text too, writes the string in any other way than as it is. */
export function needsEscape(text: string): boolean {
  return escaped.test(text);
}

/** The text between the quotes of a canonical literal (RDFC-1.0 §5). */
export function escapeLiteral(text: string): string {
  return escaped.test(text) ? text.replace(eachEscaped, escapedUnit) : text;
}

function escapedUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  // The C1 controls, from U+0080, stand for themselves.
  if (code > 0x7f) return unit;
  return short[unit] ?? `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A JSON string, number or boolean as a literal, by the number rules of JSON-LD 1.1 API §8.2.2; undefined when only the library knows. */
export function literal(value: string | number | boolean, datatype: string | undefined): string | undefined {
  if (typeof value === 'string') {
    if (datatype === undefined) return `"${escapeLiteral(value)}"`;
    // The library reads such a string as a number first.
    return datatype === XSD_DOUBLE ? undefined : `"${escapeLiteral(value)}"^^<${datatype}>`;
  }
  if (typeof value === 'boolean') return `"${value}"^^<${datatype ?? `${XSD}boolean`}>`;
  const text = String(value);
  if (text.includes('e') || !Number.isFinite(value)) return undefined;
  if (text.includes('.') || datatype === XSD_DOUBLE) {
    return `"${value.toExponential(15).replace(/(\d)0*e\+?/, '$1E')}"^^<${datatype ?? XSD_DOUBLE}>`;
  }
  return `"${value.toFixed(0)}"^^<${datatype ?? `${XSD}integer`}>`;
}
