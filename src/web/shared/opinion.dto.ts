import { IsIn, Matches } from 'class-validator';

/** What the form of a sheet sends besides its answers. */
export class OpinionDto {
  @Matches(/^\d{1,9}$/, { message: 'common.request-malformed' })
  version!: string;

  @IsIn(['give', 'keep'], { message: 'common.request-malformed' })
  act: 'give' | 'keep' = 'give';
}
