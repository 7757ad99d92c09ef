import { IsString, Matches, MaxLength } from 'class-validator';

/** What the review page carries beside the items and places that the data names. */
export class ReviewDto {
  @Matches(/^\d{1,9}$/, { message: 'common.request-malformed' })
  version!: string;

  @IsString()
  @MaxLength(40, { message: 'common.too-long', context: { max: 40 } })
  correctBy = '';
}
