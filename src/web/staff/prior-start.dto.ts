import { IsIn, IsString, MaxLength } from 'class-validator';

export class PriorStartDto {
  @IsIn(['approved', 'refused'], { message: 'common.request-malformed' })
  outcome!: 'approved' | 'refused';

  @IsString()
  @MaxLength(2000, { message: 'common.too-long', context: { max: 2000 } })
  reason = '';
}
