import { IsString, Matches, MaxLength } from 'class-validator';

const SHORT = { message: 'common.too-long', context: { max: 40 } };

export class CarryDto {
  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  requestId!: string;

  @IsString()
  ground = '';

  @IsString()
  @MaxLength(40, SHORT)
  amount = '';

  @IsString()
  toLineId = '';

  @IsString()
  @MaxLength(40, SHORT)
  decidedOn = '';

  @IsString()
  decision = '';

  @IsString()
  reason = '';
}
