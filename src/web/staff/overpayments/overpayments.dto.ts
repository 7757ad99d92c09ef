import { IsString, Matches, MaxLength } from 'class-validator';

export class OverpaymentDto {
  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  requestId!: string;

  @IsString()
  @MaxLength(40, { message: 'common.too-long', context: { max: 40 } })
  amount = '';

  @IsString()
  note = '';
}
