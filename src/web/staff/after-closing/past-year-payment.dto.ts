import { IsString, Matches, MaxLength } from 'class-validator';

const SHORT = { message: 'common.too-long', context: { max: 40 } };

export class PastYearReversalDto {
  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  paymentId!: string;

  @IsString()
  reason = '';
}

export class PastYearPaymentDto {
  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  requestId!: string;

  @IsString()
  @MaxLength(40, SHORT)
  amount = '';

  @IsString()
  @MaxLength(40, SHORT)
  paidOn = '';

  @IsString()
  ground = '';

  @IsString()
  basis = '';
}
