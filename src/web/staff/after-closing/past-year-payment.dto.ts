import { IsString, Matches, MaxLength } from 'class-validator';

const SHORT = { message: 'common.too-long', context: { max: 40 } };

export class LaterOrderWithdrawalDto {
  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  orderId!: string;

  @IsString()
  withdrawReason = '';
}

export class LaterOrderDto {
  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  requestId!: string;

  @IsString()
  @MaxLength(40, SHORT)
  amount = '';

  @IsString()
  ground = '';

  @IsString()
  basis = '';
}
