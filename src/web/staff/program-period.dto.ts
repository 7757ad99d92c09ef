import { IsIn, IsString, Matches, MaxLength } from 'class-validator';

export class ExtensionDto {
  @IsString()
  @MaxLength(40, { message: 'common.too-long', context: { max: 40 } })
  closesOn = '';

  @IsString()
  @MaxLength(20, { message: 'common.too-long', context: { max: 20 } })
  closesTime = '';

  @IsString()
  @MaxLength(2000, { message: 'common.too-long', context: { max: 2000 } })
  extensionReason = '';

  @IsIn(['yes'], { message: 'programs.extension-unconfirmed' })
  confirmed = '';
}

export class LateAcceptanceDto {
  /** `organization:<id>` or `application:<id>`. */
  @Matches(/^(organization|application):[0-9a-f-]{36}$/, { message: 'applications.late-whom-missing' })
  whom = '';

  @IsString()
  @MaxLength(40, { message: 'common.too-long', context: { max: 40 } })
  untilOn = '';

  @IsString()
  @MaxLength(2000, { message: 'common.too-long', context: { max: 2000 } })
  lateReason = '';
}
