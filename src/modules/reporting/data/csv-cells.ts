export function moment(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
}

/** Spreadsheets run what begins with one of these, some of them its full-width twin too (OWASP ASVS 5.0 V1.2.10). */
export function cell(column: string): string {
  return `case when ${column} ~ '^[=+@\\t\\r\\n＝＋＠－-]' then '''' || ${column} else ${column} end`;
}
