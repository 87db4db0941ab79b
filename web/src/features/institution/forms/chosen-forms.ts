/** In which algorithms a VC-JWT can be made, the usual first. */
export const JWT_FORMS = ['RS256', 'ES256', 'EdDSA'] as const;
export type JwtForm = (typeof JWT_FORMS)[number];

/** The chosen forms with one more or one less. The first one is given to who does not say which, and stays first. */
export function withForm(chosen: readonly JwtForm[], form: JwtForm, isOffered: boolean): JwtForm[] {
  const others = chosen.filter((one) => one !== form);
  return isOffered ? [...others, form] : others;
}

export function withFirst(chosen: readonly JwtForm[], form: JwtForm): JwtForm[] {
  return [form, ...chosen.filter((one) => one !== form)];
}
