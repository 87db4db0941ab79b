// What may stand in the address of a screen; whatever else does is left out.

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function isId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

/** A day that there is, as `2026-03-01`, from 2000 to 2099. */
export function isDay(day: unknown): day is string {
  if (typeof day !== 'string' || !/^20\d\d-(0[1-9]|1[0-2])-([0-2]\d|3[01])$/.test(day)) return false;
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
