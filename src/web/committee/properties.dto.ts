import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { PropertyLineDto } from '../shared/property-line.dto.js';

const SHORT = { message: 'common.too-long', context: { max: 200 } };

export class PropertyDto extends PropertyLineDto {
  @Matches(/^[\w-]{1,60}$/, { message: 'common.request-malformed' })
  source!: string;
}

export class DisposalDto {
  @Matches(/^[0-9a-f-]{36}$/, { message: 'common.request-malformed' })
  requestId!: string;

  @IsIn(['sale', 'transfer', 'loan', 'scrap'], { message: 'properties.kind-missing' })
  kind!: 'sale' | 'transfer' | 'loan' | 'scrap';

  @IsString()
  @MaxLength(200, SHORT)
  plannedOn = '';

  @IsString()
  @MaxLength(200, SHORT)
  proceeds = '';

  @IsString()
  @MaxLength(8000, { message: 'common.too-long', context: { max: 8000 } })
  reason = '';
}

/** What an organisation puts right by itself. */
export class OwnCorrectionDto {
  @Matches(/^\d{1,9}$/, { message: 'common.request-malformed' })
  version!: string;

  @IsString()
  @MaxLength(200, SHORT)
  name = '';

  @IsString()
  @MaxLength(200, SHORT)
  keptAt = '';

  @IsString()
  @MaxLength(2000, { message: 'common.too-long', context: { max: 2000 } })
  reason = '';
}

export class FreeDisposalDto {
  @Matches(/^\d{1,9}$/, { message: 'common.request-malformed' })
  version!: string;

  @IsIn(['sale', 'transfer', 'loan', 'scrap'], { message: 'properties.kind-missing' })
  kind!: 'sale' | 'transfer' | 'loan' | 'scrap';

  @IsString()
  @MaxLength(200, SHORT)
  disposedOn = '';
}
