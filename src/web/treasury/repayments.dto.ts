import { IsString, Matches, MaxLength } from 'class-validator';

const SHORT = { message: 'common.too-long', context: { max: 40 } };

export class RepaymentReceiptDto {
  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  requestId!: string;

  @IsString()
  @MaxLength(40, SHORT)
  receivedOn = '';

  @IsString()
  @MaxLength(40, SHORT)
  amount = '';

  @IsString()
  slipNumber = '';

  @IsString()
  lateReason = '';

  /** `revenue`, `excess` or absent. */
  @IsString()
  afterEnd = '';

  /** `yes`, or absent. */
  @IsString()
  takesExcess = '';

  /** `yes`, or absent. */
  @IsString()
  another = '';
}

export class QuestionDismissalDto {
  @IsString()
  dismissalReason = '';
}

export class ReceiptReversalDto {
  @IsString()
  reason = '';
}

export class PaybackReversalDto {
  /** The record that the page showed. */
  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  paybackId!: string;
}

export class PaybackDecisionDto {
  @IsString()
  documentNumber = '';

  @IsString()
  reason = '';
}

export class PaybackDto {
  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  requestId!: string;

  @IsString()
  @MaxLength(40, SHORT)
  paidOn = '';

  @IsString()
  paidTo = '';

  @IsString()
  documentNumber = '';
}
