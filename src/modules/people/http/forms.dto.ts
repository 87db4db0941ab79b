import { Id, Text } from '../../../platform/http/fields.js';

/*
 * What forms of the pages send. They hold only sizes: what is wrong with a value is said by the use case, beside the field,
 * when the form is shown again.
 */

export class NextQuery {
  @Text({ max: 2_000, optional: true })
  next?: string;
}

export class AccountQuery {
  @Text({ max: 20, optional: true })
  done?: string;
}

export class SignInForm {
  @Text({ max: 1_000 })
  email: string;

  @Text({ max: 1_000 })
  password: string;

  @Text({ max: 2_000, optional: true })
  next?: string;
}

export class PasswordResetForm {
  @Text({ max: 1_000 })
  email: string;
}

export class LinkForm {
  @Text({ max: 100 })
  token: string;

  @Text({ max: 1_000, optional: true })
  newPassword?: string;
}

export class PasswordForm {
  @Text({ max: 1_000, optional: true })
  currentPassword?: string;

  @Text({ max: 1_000 })
  newPassword: string;
}

export class EmailForm {
  @Text({ max: 1_000 })
  email: string;

  @Text({ max: 1_000, optional: true })
  password?: string;
}

export class ActingInstitutionForm {
  @Id()
  institutionId: string;
}

export class InvitationForm {
  @Text({ max: 100 })
  token: string;

  @Text({ max: 1_000, optional: true })
  name?: string;

  @Text({ max: 1_000, optional: true })
  password?: string;
}
