import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

/** What every section form carries beside the fields of what is asked. */
export class SectionDto {
  @Matches(/^\d{1,9}$/, { message: 'common.request-malformed' })
  version!: string;

  /** Names the opened page. */
  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  page!: string;

  /** The edition whose form the page shows. */
  @IsOptional()
  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  edition?: string;

  @IsOptional()
  @IsString()
  @MaxLength(80, { message: 'common.request-malformed' })
  act?: string;
}
