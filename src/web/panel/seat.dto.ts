import { IsString, Matches, MaxLength } from 'class-validator';

/** What the page of a sheet carries beside the criteria that the data names. */
export class SheetDto {
  @Matches(/^\d{1,9}$/, { message: 'common.request-malformed' })
  version!: string;

  @IsString()
  overall = '';
}

export class RecusalDto {
  @IsString()
  @MaxLength(2000, { message: 'common.too-long', context: { max: 2000 } })
  reason = '';
}
