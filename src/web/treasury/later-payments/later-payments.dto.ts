import { IsString, MaxLength } from 'class-validator';

const SHORT = { message: 'common.too-long', context: { max: 40 } };

export class LaterConfirmationDto {
  @IsString()
  @MaxLength(40, SHORT)
  paidOn = '';

  @IsString()
  slipNumber = '';
}

export class LaterReturnDto {
  @IsString()
  returnReason = '';
}

export class LaterReversalDto {
  @IsString()
  reason = '';
}
