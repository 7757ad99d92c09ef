import { IsIn, Matches } from 'class-validator';

export class DraftVersionDto {
  @Matches(/^\d{1,9}$/, { message: 'common.request-malformed' })
  version!: string;
}

export class PublicationDto extends DraftVersionDto {
  @IsIn(['yes'], { message: 'programs.publication-unconfirmed' })
  confirmed = '';
}
