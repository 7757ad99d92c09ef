import { IsString, Matches, MaxLength } from 'class-validator';

export class PaperDto {
  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  requestId!: string;

  @Matches(/^[0-9a-f-]{36}$/, { message: 'applications.paper-program-missing' })
  programVersionId = '';

  @Matches(/^[0-9a-f-]{36}$/, { message: 'applications.paper-organization-missing' })
  organizationId = '';

  @IsString()
  @MaxLength(40, { message: 'common.request-malformed' })
  receivedOn = '';
}
